package edgeone.purge.ui.purge.split;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;

import edgeone.purge.engine.ConfirmedPlan;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.guard.Reach;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.zones.SplitPlan;
import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.HostedLine;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Hint;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.purge.plan.Permission;
import edgeone.purge.ui.purge.split.SplitModel.State;
import edgeone.purge.ui.shell.session.Session;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.util.Subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The button that sorts the targets by zone, and the dialog that shows the split before it goes.
 */
public final class Splitting {
    private static final double WIDTH = 760;
    private static final double GO_WIDTH = 480;

    /** Asks for what has to be confirmed of a purge in one zone. */
    @FunctionalInterface
    public interface Question {
        /**
         * Asks.
         *
         * @param doing what will be done
         * @param confirmed receives the consent; never if the purge is not confirmed
         */
        void ask(
                String doing,
                Plan plan,
                Reach reach,
                Permission.Needed needed,
                Consumer<Consent> confirmed);
    }

    private final Formats formats;
    private final Session session;
    private final SplitModel model;
    private final Permission permission;
    private final Dialogs dialogs;
    private final Question question;
    private final BiConsumer<State.Planned, List<ConfirmedPlan>> submit;
    private final SplitTexts texts;
    private final Button open = named("split", unsqueezed(new Button()));
    private final Subscription watching;

    /**
     * @param question asks for what has to be confirmed, as before a purge in one zone
     * @param submit hears the plan that was confirmed, and what was confirmed for each zone
     */
    public Splitting(
            Formats formats,
            Session session,
            SplitModel model,
            Permission permission,
            Dialogs dialogs,
            Question question,
            BiConsumer<State.Planned, List<ConfirmedPlan>> submit) {
        this.formats = formats;
        this.session = session;
        this.model = model;
        this.permission = permission;
        this.dialogs = dialogs;
        this.submit = submit;
        this.question = question;
        texts = new SplitTexts(formats);
        open.setText(formats.text("window.split.open"));
        new Hint(open).say(formats.text("window.split.hint"));
        open.setAccessibleHelp(formats.text("window.split.hint"));
        open.setOnAction(_ -> open());
        watching =
                session.typeProperty()
                        .subscribe(_ -> showButton())
                        .and(session.zones().subscribe(this::showButton));
    }

    public Button button() {
        return open;
    }

    /** Locks the button while a purge is under way, or unlocks it. */
    public void lock(boolean locked) {
        open.setDisable(locked);
    }

    public void close() {
        watching.unsubscribe();
        model.drop();
    }

    private void showButton() {
        toggle(
                open,
                HostedLine.hasHost(session.typeProperty().get()) && session.zones().size() > 1);
    }

    private void open() {
        if (model.asksOrigin()) {
            dialogs.say(
                    formats.text("window.origin.oneZoneTitle"),
                    formats.text("window.origin.oneZone"));
            return;
        }
        PurgeType type = session.typeProperty().get();
        SplitPane pane = new SplitPane(formats);
        ButtonType go = new ButtonType(formats.text("window.go.nothing"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog =
                dialogs.dialog(
                        formats.text("window.split.title"), pane.root(), go, dialogs.cancel());
        DialogPane content = dialog.getDialogPane();
        content.setPrefWidth(WIDTH);
        // The theme keeps dialogs narrower.
        content.setStyle(content.getStyle() + ";-fx-max-width: " + WIDTH + ";");
        if (!type.isWide()) {
            Dialogs.pressOnEnter(dialog, go);
        }
        Button button = (Button) dialog.getDialogPane().lookupButton(go);
        button.setId("split-go");
        // Its text is not there yet when the dialog gets its width.
        button.setMinWidth(GO_WIDTH);
        ButtonBar.setButtonUniformSize(button, false);
        button.getStyleClass().add(type.isWide() ? "danger" : "success");
        Subscription showing =
                model.stateProperty()
                        .subscribe(
                                state -> {
                                    pane.show(state);
                                    show(button, type, state);
                                })
                        .and(model.latelyProperty().subscribe(pane::show));
        dialog.setResultConverter(pressed -> pressed);
        dialog.setOnHidden(
                _ -> {
                    showing.unsubscribe();
                    if (dialog.getResult() == go
                            && model.stateProperty().get() instanceof State.Planned planned
                            && planned.plan().sendable()) {
                        ask(type, planned);
                    }
                    model.drop();
                });
        model.plan();
        dialog.show();
    }

    private void show(Button button, PurgeType type, State state) {
        switch (state) {
            case State.Planned planned -> {
                SplitPlan plan = planned.plan();
                button.setText(texts.button(plan, type));
                button.setDisable(!plan.sendable());
                boolean far = planned.reachesFar();
                button.getStyleClass().removeAll("danger", "success");
                button.getStyleClass().add(far ? "danger" : "success");
                if (!far) {
                    button.requestFocus();
                }
            }
            case State.Remembered(SplitPlan plan, _) -> {
                button.setText(texts.button(plan, type));
                button.setDisable(true);
            }
            case State.Reading(), State.Failed _ -> {
                button.setText(formats.text("window.go.nothing"));
                button.setDisable(true);
            }
        }
    }

    /** Asks for each zone what the account wants confirmed; one refusal, and nothing is sent. */
    private void ask(PurgeType type, State.Planned planned) {
        permission.ask(type, needed -> ask(planned, needed, new ArrayList<>()));
    }

    private void ask(
            State.Planned planned, Permission.Needed needed, List<ConfirmedPlan> confirmed) {
        List<Plan> plans = planned.plan().plans();
        int at = confirmed.size();
        if (at == plans.size()) {
            submit.accept(planned, confirmed);
            return;
        }
        Plan next = plans.get(at);
        question.ask(
                texts.doing(next),
                next,
                planned.reaches().get(at),
                needed,
                consent -> {
                    confirmed.add(new ConfirmedPlan(next, consent));
                    ask(planned, needed, confirmed);
                });
    }
}
