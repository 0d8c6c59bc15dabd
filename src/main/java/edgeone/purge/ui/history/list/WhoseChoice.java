package edgeone.purge.ui.history.list;

import edgeone.purge.history.UnreachableHistoryException;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.OneOf;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/** Mine or everyone's, and a line that says when the latter cannot be read. */
public final class WhoseChoice {
    private final JobListModel model;
    private final Formats formats;
    private final HBox buttons = new HBox();
    private final Label line = Boxes.named("everyone-line", new Label());
    private final Subscription watching;

    public WhoseChoice(JobListModel model, Formats formats) {
        this.model = model;
        this.formats = formats;
        Everyone everyone = model.everyone();
        OneOf<Boolean> group = new OneOf<>(everyone.chosenProperty()::set);
        ToggleButton mine = button("mine", group, false);
        ToggleButton all = button("everyone", group, true);
        buttons.setId("whose");
        buttons.getStyleClass().add("chips");
        buttons.setAccessibleRole(AccessibleRole.PARENT);
        buttons.setAccessibleText(formats.text("window.whose"));
        line.getStyleClass().add("muted");
        line.setMinWidth(0);
        watching =
                everyone.chosenProperty()
                        .subscribe(chosen -> (chosen ? all : mine).setSelected(true))
                        .and(
                                everyone.possibleProperty()
                                        .subscribe(possible -> Boxes.toggle(buttons, possible)))
                        .and(everyone.lostProperty().subscribe(_ -> show()))
                        .and(model.troubleProperty().subscribe(_ -> show()));
    }

    private ToggleButton button(String name, OneOf<Boolean> group, boolean everyone) {
        ToggleButton button = new ToggleButton(formats.text("window.whose." + name));
        button.getStyleClass().setAll("chip");
        button.setId("whose-" + name);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(formats.text("window.whose." + name + "What")));
        button.setAccessibleText(formats.text("window.whose." + name + "What"));
        group.add(button, everyone);
        buttons.getChildren().add(button);
        return button;
    }

    /** The buttons. */
    public Node root() {
        return buttons;
    }

    /** The line. */
    public Node line() {
        return line;
    }

    public void close() {
        watching.unsubscribe();
    }

    private void show() {
        UnreachableHistoryException why = model.everyone().lostProperty().get();
        if (why == null && model.troubleProperty().get() instanceof UnreachableHistoryException e) {
            why = e;
        }
        boolean kept = why != null && model.rows().size() > 0;
        Boxes.toggle(line, kept);
        say(kept ? why : null);
    }

    private void say(@Nullable UnreachableHistoryException why) {
        line.setText(why == null ? "" : formats.text("window.everyone.kept"));
        line.setTooltip(why == null ? null : new Tooltip(why.text(formats.messages())));
        line.setAccessibleText(
                why == null ? "" : line.getText() + " " + why.text(formats.messages()));
    }
}
