package edgeone.purge.ui.team;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.settings.TeamSetting;
import edgeone.purge.team.db.TeamTrouble;
import edgeone.purge.team.desk.TeamDesk;
import edgeone.purge.team.desk.TeamStatus;
import edgeone.purge.ui.kit.CopyField;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/** How the database stands, and what is published; without one, what it would be for. */
final class StatusPane extends VBox {
    private final TeamViewModel model;
    private final Formats formats;
    private final Dialogs dialogs;
    private final Label none;
    private final Label state = new Label();
    private final Label published = new Label();
    private final Label schema = new Label();
    private final CopyField machine = new CopyField();
    private final Label trouble = named("team-trouble", wrapped(""));
    private final Button publish;
    private final Button off;
    private final Fields fields;

    StatusPane(TeamViewModel model, Formats formats, Dialogs dialogs) {
        super(8);
        this.model = model;
        this.formats = formats;
        this.dialogs = dialogs;
        none = named("team-none", wrapped(formats.text("team.window.none"), "muted"));
        none.setMinHeight(USE_PREF_SIZE);
        trouble.setMinHeight(USE_PREF_SIZE);
        fields = new Fields(formats, TeamView.NAMES_WIDTH);
        fields.add("team-state", "team.window.state", state);
        fields.add("team-published", "team.window.published", published);
        fields.add("team-schema", "team.window.schema-version", schema);
        fields.add("team-machine", "team.window.machine", machine);
        publish = named("team-publish", new Button(formats.text("team.window.publish")));
        publish.setOnAction(_ -> model.publish());
        off = named("team-off", new Button(formats.text("team.window.off")));
        off.setOnAction(_ -> askToLeave());
        getChildren().addAll(none, fields, trouble, new FlowPane(8, 8, publish, off));
    }

    /** Follows the model until it is ended. */
    Subscription watching() {
        return model.settingProperty()
                .subscribe(this::show)
                .and(model.statusProperty().subscribe(this::show))
                .and(model.progressProperty().subscribe(this::show))
                .and(model.workProperty().subscribe(this::show));
    }

    private void show(@Nullable TeamSetting setting) {
        boolean set = setting != null;
        toggle(none, !set);
        toggle(fields, set);
        publish.getParent().setVisible(set);
        publish.getParent().setManaged(set);
        if (!set) {
            toggle(trouble, false);
        }
    }

    private void show(@Nullable TeamStatus now) {
        TeamTrouble why = now == null ? null : now.trouble();
        String how =
                now == null
                        ? "team.window.looking"
                        : now.reachable() ? "team.window.works" : "team.window.fails";
        say(state, "team.window.state", formats.text(how));
        state.getStyleClass().removeAll("success-text", "danger-text");
        if (now != null) {
            state.getStyleClass().add(now.reachable() ? "success-text" : "danger-text");
        }
        Integer version = now == null ? null : now.schema();
        say(schema, "team.window.schema-version", version == null ? "–" : String.valueOf(version));
        machine.show(now == null || now.machine() == null ? "–" : now.machine());
        toggle(trouble, why != null);
        trouble.setText(why == null ? "" : why.windowText(formats.messages()));
        trouble.getStyleClass().removeAll("warning-text", "danger-text");
        trouble.getStyleClass()
                .add(why != null && why.isWarning() ? "warning-text" : "danger-text");
    }

    private void show(TeamDesk.Progress now) {
        say(
                published,
                "team.window.published",
                formats.text("team.window.progress", now.published(), now.pending()));
    }

    /** Screen readers say the name of a value with it. */
    private void say(Label label, String name, String value) {
        label.setText(value);
        label.setAccessibleText(formats.text(name) + ": " + value);
    }

    private void show(Work now) {
        publish.setDisable(now != Work.NONE);
        publish.setText(
                formats.text(
                        now == Work.PUBLISHING
                                ? "team.window.work.PUBLISHING"
                                : "team.window.publish"));
        off.setDisable(now != Work.NONE);
    }

    /** Asks before the password is forgotten. Cancel is the default. */
    private void askToLeave() {
        TeamSetting setting = model.settingProperty().get();
        if (setting == null) {
            return;
        }
        ButtonType go = new ButtonType(formats.text("team.window.off-go"), ButtonData.OK_DONE);
        Label what =
                wrapped(
                        formats.text(
                                "team.window.off-what",
                                VisibleText.of(TeamEntry.of(setting).url())));
        Dialog<ButtonType> dialog =
                dialogs.dialog(formats.text("team.window.off-title"), what, go, dialogs.cancel());
        Button button = (Button) dialog.getDialogPane().lookupButton(go);
        button.setId("team-off-go");
        dialog.resultProperty()
                .subscribe(
                        chosen -> {
                            if (go.equals(chosen)) {
                                model.setUp().leave();
                            }
                        });
        dialog.show();
    }
}
