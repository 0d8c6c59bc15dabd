package edgeone.purge.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;

import jfx.incubator.scene.control.richtext.CodeArea;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds text from outside that is shown with its invisible characters. Input fields are left out,
 * since typed text stays as it is. For the JavaFX thread.
 */
final class RawTexts {
    private final Set<String> found = new TreeSet<>();
    private final Set<String> escaped = new TreeSet<>();
    private String screen = "";

    /** Searches every window. */
    void look(String name) {
        screen = name;
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof Stage stage) {
                take("title", stage.getTitle());
            }
            if (window instanceof Tooltip tooltip) {
                take("tooltip", tooltip.getText());
            }
            if (window.getScene() != null) {
                look(window.getScene().getRoot());
            }
        }
    }

    private void look(Node node) {
        String where = node.getClass().getSimpleName() + " " + node.getId();
        take(where, node.getAccessibleText());
        take(where, node.getAccessibleHelp());
        if (node instanceof CodeArea
                || (node instanceof TextInputControl field && field.isEditable())) {
            return;
        }
        switch (node) {
            case TextInputControl field -> take(where, field.getText());
            case Labeled labeled -> take(where, labeled.getText());
            case Text text -> take(where, text.getText());
            default -> {}
        }
        if (node instanceof IndexedCell<?> cell && cell.getOnMouseEntered() != null) {
            // As if the pointer rested on it.
            cell.getOnMouseEntered().handle(null);
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            take(where + " tooltip", control.getTooltip().getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::look);
        }
    }

    private void take(String where, String text) {
        if (text == null) {
            return;
        }
        if (text.contains("\\u{")) {
            escaped.add(screen);
        }
        if (text.codePoints().anyMatch(c -> c != '\n' && acts(c))
                || text.lines().anyMatch(l -> l.startsWith("FORGED"))) {
            found.add(screen + ": " + where + ": " + text);
        }
    }

    private static boolean acts(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }

    Set<String> found() {
        return found;
    }

    /** The texts found, made visible. */
    Set<String> escaped() {
        return escaped;
    }
}
