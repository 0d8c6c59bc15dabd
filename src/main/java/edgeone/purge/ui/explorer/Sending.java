package edgeone.purge.ui.explorer;

import edgeone.purge.api.Finding;
import edgeone.purge.api.text.FindingText;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.engine.byhand.HandPurge;
import edgeone.purge.engine.byhand.Manner;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.text.ProblemText;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.ui.explorer.ExplorerViewModel.Review;
import edgeone.purge.ui.guard.AskedPurge;
import edgeone.purge.ui.guard.Questions;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the button to the call: asks what has to be asked, or says why nothing is sent. */
final class Sending {
    private final ExplorerViewModel model;
    private final Formats formats;
    private final Dialogs dialogs;
    private final Questions questions;

    Sending(ExplorerViewModel model, Formats formats, Dialogs dialogs) {
        this.model = model;
        this.formats = formats;
        this.dialogs = dialogs;
        questions = new Questions(formats, dialogs, model.guard().nanos());
    }

    void send() {
        Draft call = model.draftProperty().get();
        switch (Manner.of(call.action())) {
            case READ -> unlessOdd(call, () -> model.read(call));
            case PURGE -> purge(call);
            case NOT_SENT -> refuse(formats.text("api.call.not-sent", call.action()));
        }
    }

    void mock() {
        Draft call = model.draftProperty().get();
        unlessOdd(call, () -> model.mock(call));
    }

    /** Asks before something is sent that the description speaks against. */
    private void unlessOdd(Draft call, Runnable go) {
        List<Finding> findings = call.findings();
        if (findings.isEmpty()) {
            go.run();
            return;
        }
        ButtonType yes = new ButtonType(formats.text("explorer.odd.go"), ButtonData.OK_DONE);
        String said = new FindingText(formats.messages()).lines(call.action(), findings);
        Dialog<ButtonType> dialog =
                dialogs.dialog(
                        formats.text("explorer.odd.title"),
                        Boxes.column(
                                10,
                                Boxes.wrapped(said),
                                Boxes.wrapped(formats.text("explorer.odd.why"), "muted")),
                        yes,
                        dialogs.cancel());
        dialog.getDialogPane().lookupButton(yes).setId("explorer-odd-go");
        dialog.setResultConverter(pressed -> pressed);
        dialog.resultProperty()
                .subscribe(
                        pressed -> {
                            if (pressed == yes) {
                                go.run();
                            }
                        });
        dialog.show();
    }

    private void purge(Draft call) {
        Optional<HandPurge> purge = Optional.ofNullable(call.parameters()).flatMap(HandPurge::of);
        if (!call.findings().isEmpty()) {
            refuse(new FindingText(formats.messages()).lines(call.action(), call.findings()));
        } else if (purge.isEmpty()) {
            refuse(formats.text("api.call.no-job"));
        } else {
            model.review(
                    purge.get(),
                    this::confirm,
                    () -> refuse(formats.text("explorer.no-zone", purge.get().zoneId())));
        }
    }

    private void confirm(Review review) {
        Plan plan = review.plan();
        if (review.needed() == ConsentNeeded.IMPOSSIBLE) {
            dialogs.error(new RefusedSubmitException(Kind.READ_ONLY, List.of()));
        } else if (!plan.sendable()) {
            refuse(refusals(plan));
        } else if (plan.batches().size() > 1) {
            refuse(formats.text("explorer.too-many"));
        } else {
            String targets = new Words(formats.messages()).targets(plan.type(), plan.targets());
            ask(review, formats.text("explorer.doing", targets));
        }
    }

    private void ask(Review review, String doing) {
        String account = review.connection().account();
        questions.ask(
                AskedPurge.of(doing, review.plan(), review.needed(), account, review.seconds()),
                consent -> model.submit(review, consent));
    }

    private void refuse(String why) {
        dialogs.say(formats.text("explorer.refused"), why);
    }

    private String refusals(Plan plan) {
        ProblemText text = new ProblemText(formats.messages());
        return Stream.concat(
                        plan.list().problems().stream()
                                .map(p -> VisibleText.of(p.excerpt()) + ": " + text.of(p)),
                        plan.refusals().stream().map(text::of))
                .collect(Collectors.joining("\n"));
    }
}
