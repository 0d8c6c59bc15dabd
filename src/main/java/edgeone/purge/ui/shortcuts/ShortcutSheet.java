package edgeone.purge.ui.shortcuts;

import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;

import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.Arrays;
import java.util.List;

/** All shortcuts, by where they work. */
public final class ShortcutSheet {
    private static final double HEIGHT = 420;

    private final Formats formats;
    private final List<String> screens;

    /**
     * @param screens the titles of the screens there are, in the order of the rail
     */
    public ShortcutSheet(Formats formats, List<String> screens) {
        this.formats = formats;
        this.screens = List.copyOf(screens);
    }

    /** What stands in the sheet, so that the keyboard can scroll it. */
    public Node content() {
        VBox sections = new VBox(14);
        sections.setPadding(new Insets(0, 18, 0, 2));
        for (Scope scope : Scope.values()) {
            List<WindowAction> actions =
                    Arrays.stream(WindowAction.values())
                            .filter(a -> a.scope() == scope && !a.keys().isEmpty())
                            .filter(a -> a.screen() <= screens.size())
                            .toList();
            Label title = Boxes.label(formats.text(scope.messageKey()), "title");
            sections.getChildren().add(new VBox(4, title, rows(actions)));
        }
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setId("shortcut-sheet");
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("shortcut-sheet");
        scroll.setAccessibleText(formats.text("actions.sheet.title"));
        scroll.setFocusTraversable(true);
        return scroll;
    }

    private GridPane rows(List<WindowAction> actions) {
        GridPane rows = new GridPane(24, 3);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        rows.getColumnConstraints().setAll(words, keys);
        for (WindowAction action : actions) {
            Label name = Boxes.wrapped(name(action));
            Label pressed = Boxes.unsqueezed(Boxes.label(action.keysText(), "muted", "mono"));
            name.setLabelFor(pressed);
            rows.addRow(rows.getRowCount(), name, pressed);
        }
        return rows;
    }

    private String name(WindowAction action) {
        return action.screen() > 0
                ? formats.text(action.messageKey(), screens.get(action.screen() - 1))
                : formats.text(action.messageKey());
    }
}
