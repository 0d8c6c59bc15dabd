package edgeone.purge.ui.explorer;

import edgeone.purge.api.Finding;
import edgeone.purge.api.text.FindingText;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.engine.byhand.HandPurge;
import edgeone.purge.engine.byhand.Manner;
import edgeone.purge.engine.guard.Reach;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.ui.explorer.ExplorerViewModel.Review;
import edgeone.purge.ui.guard.FarPurge;
import edgeone.purge.ui.guard.Guard;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.shell.ask.Confirmation;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;

import java.util.List;
import java.util.Optional;

/** From the button to the call: asks what has to be asked, or says why nothing is sent. */
final class Sending {
    private final ExplorerViewModel model;
    private final Formats formats;
    private final Dialogs dialogs;
    private final Confirmation confirmation;
    private final Guard guard;

    Sending(ExplorerViewModel model, Formats formats, Dialogs dialogs) {
        this.model = model;
        this.formats = formats;
        this.dialogs = dialogs;
        confirmation = new Confirmation(formats, dialogs);
        guard = new Guard(formats, dialogs, model.guard().nanos());
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
        PlanWords words = new PlanWords(formats);
        if (review.needed() == ConsentNeeded.IMPOSSIBLE) {
            dialogs.error(new RefusedSubmitException(Kind.READ_ONLY, List.of()));
        } else if (!plan.sendable()) {
            refuse(words.refusals(plan));
        } else if (plan.batches().size() > 1) {
            refuse(formats.text("explorer.too-many", plan.targets(), plan.batches().size()));
        } else {
            ask(review, formats.text("explorer.doing", words.targets(plan)));
        }
    }

    private void ask(Review review, String doing) {
        Plan plan = review.plan();
        Reach reach = Reach.of(plan);
        if (reach.isFar()) {
            guard.ask(far(review, reach, doing), consent -> model.submit(review, consent));
        } else if (review.needed() == ConsentNeeded.NOTHING) {
            model.submit(review, Consent.NONE);
        } else {
            confirmation.ask(
                    doing,
                    plan.type(),
                    plan.zone().label(),
                    review.needed(),
                    consent -> model.submit(review, consent));
        }
    }

    private static FarPurge far(Review review, Reach reach, String doing) {
        Plan plan = review.plan();
        PurgeMethod method = plan.method();
        return new FarPurge(
                doing,
                reach,
                method == null ? PurgeMethod.INVALIDATE : method,
                plan.zone().label(),
                review.connection().account(),
                plan.targets(),
                review.seconds());
    }

    private void refuse(String why) {
        dialogs.say(formats.text("explorer.refused"), why);
    }

    /** What a plan says. */
    private record PlanWords(Formats formats) {
        String targets(Plan plan) {
            return new Words(formats.messages()).targets(plan.type(), plan.targets());
        }

        String refusals(Plan plan) {
            StringBuilder said = new StringBuilder();
            plan.list()
                    .problems()
                    .forEach(
                            problem ->
                                    said.append(problem.excerpt())
                                            .append(": ")
                                            .append(
                                                    formats.text(
                                                            problem.kind().messageKey(),
                                                            problem.detail()))
                                            .append('\n'));
            plan.refusals().forEach(r -> said.append(formats.text(key(r), figures(r))).append('\n'));
            return said.toString().strip();
        }

        private static String key(Plan.Refusal refusal) {
            return "engine.refusal."
                    + switch (refusal) {
                        case Plan.Refusal.NoTargets _ -> "no-targets";
                        case Plan.Refusal.Problems _ -> "problems";
                        case Plan.Refusal.TargetsForWholeZone _ -> "targets-for-whole-zone";
                        case Plan.Refusal.MethodNotTaken _ -> "method-not-taken";
                        case Plan.Refusal.DomainsNotTaken _ -> "domains-not-taken";
                        case Plan.Refusal.BadDomain _ -> "bad-domain";
                        case Plan.Refusal.ForeignDomain _ -> "foreign-domain";
                        case Plan.Refusal.QuotaTooSmall _ -> "quota-too-small";
                    };
        }

        private static Object[] figures(Plan.Refusal refusal) {
            return switch (refusal) {
                case Plan.Refusal.Problems(int count) -> new Object[] {count};
                case Plan.Refusal.BadDomain(String domain) -> new Object[] {domain};
                case Plan.Refusal.ForeignDomain(String domain) -> new Object[] {domain};
                case Plan.Refusal.QuotaTooSmall(long available, long needed) ->
                        new Object[] {available, needed};
                case Plan.Refusal.NoTargets _,
                                Plan.Refusal.TargetsForWholeZone _,
                                Plan.Refusal.MethodNotTaken _,
                                Plan.Refusal.DomainsNotTaken _ ->
                        new Object[0];
            };
        }
    }
}
