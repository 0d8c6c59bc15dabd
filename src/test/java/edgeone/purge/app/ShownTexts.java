package edgeone.purge.app;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Searches all text ever shown in a window or given to a screen reader for canaries. Text typed
 * into a password field is left out; what such a field draws is not. For the JavaFX thread.
 */
final class ShownTexts {
    private static final String RAIL = "rail-";

    private final Canaries canaries = Canaries.all();
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<String> leaks = new ArrayList<>();
    private final Set<String> secretFields = new TreeSet<>();
    private final Set<String> screens = new TreeSet<>();
    private final Set<String> titles = new TreeSet<>();

    /** Searches every window now. */
    void look() {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof Stage stage) {
                take("a title", stage.getTitle());
                titles.add(String.valueOf(stage.getTitle()));
            }
            if (window instanceof Tooltip tooltip) {
                take("a tooltip", tooltip.getText());
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
        switch (node) {
            case PasswordField secret -> {
                secretFields.add(String.valueOf(secret.getId()));
                take(where, secret.getPromptText());
            }
            case TextInputControl field -> {
                take(where, field.getText());
                take(where, field.getPromptText());
            }
            case Labeled labeled -> take(where, labeled.getText());
            case Text text -> take(where, text.getText());
            default -> {}
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            take(where, control.getTooltip().getText());
        }
        if (node.getId() != null && node.getId().startsWith(RAIL)) {
            screens.add(node.getId().substring(RAIL.length()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::look);
        }
    }

    private void take(String where, String text) {
        if (text != null && !text.isEmpty() && seen.add(text)) {
            leaks.addAll(canaries.in(where, text, StandardCharsets.UTF_8));
        }
    }

    /** The secrets that were shown, in which form and where. */
    List<String> leaks() {
        return leaks;
    }

    /** The last texts, without those that contain a secret. */
    List<String> latest() {
        List<String> clean =
                seen.stream()
                        .filter(t -> canaries.in("", t, StandardCharsets.UTF_8).isEmpty())
                        .toList();
        return clean.subList(Math.max(0, clean.size() - 15), clean.size());
    }

    /** How many different texts were shown. */
    int size() {
        return seen.size();
    }

    /** Whether a text with {@code part} was ever shown. */
    boolean had(String part) {
        return seen.stream().anyMatch(t -> t.contains(part));
    }

    /** The titles of the windows shown so far. */
    Set<String> titles() {
        return titles;
    }

    /** The IDs of the password fields shown so far. */
    Set<String> secretFields() {
        return secretFields;
    }

    /** The screens the window has. */
    Set<String> screens() {
        return screens;
    }
}
