package edgeone.purge.ui.kit;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/** Fields of a form, one below the other, each with a label. */
public final class Fields extends GridPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final Formats formats;
    private int rows;

    public Fields(Formats formats) {
        this(formats, 0);
    }

    /**
     * @param namesWidth minimum width of the labels, so that stacked forms align
     */
    public Fields(Formats formats, double namesWidth) {
        this.formats = formats;
        getStyleClass().add("fields");
        ColumnConstraints names = new ColumnConstraints();
        if (namesWidth > 0) {
            names.setMinWidth(namesWidth);
            names.setPrefWidth(namesWidth);
        } else {
            names.setMinWidth(Region.USE_PREF_SIZE);
            names.setMaxWidth(180);
        }
        ColumnConstraints controls = new ColumnConstraints();
        controls.setHgrow(Priority.ALWAYS);
        controls.setMinWidth(120);
        getColumnConstraints().setAll(names, controls);
    }

    /** A field and its label. */
    public record Row(Label label, Node field) {
        /** Shows it, or removes it from the layout. */
        public void show(boolean shown) {
            Boxes.toggle(label, shown);
            Boxes.toggle(field, shown);
        }
    }

    /**
     * Adds a control.
     *
     * @param id of the control
     * @param text key of its name
     */
    public Row add(String id, String text, Control control) {
        control.setId(id);
        control.setMaxWidth(Double.MAX_VALUE);
        Label label = new Label(formats.text(text));
        label.setLabelFor(control);
        label.setWrapText(true);
        control.setAccessibleText(label.getText());
        addRow(rows++, label, control);
        return new Row(label, control);
    }

    /** Adds labelled content that is not a single control. */
    public Row add(String text, Node content) {
        Label label = new Label(formats.text(text));
        label.setWrapText(true);
        addRow(rows++, label, content);
        return new Row(label, content);
    }

    /** Adds a control that needs no label. */
    public void wide(String id, Node control) {
        control.setId(id);
        add(control, 1, rows++);
    }

    /** Adds a sentence below the last field. */
    public Label remark(String text, Object... arguments) {
        Label label = line();
        label.setText(formats.text(text, arguments));
        return label;
    }

    /** Adds an empty line below the last field, for text that changes. */
    public Label line() {
        Label label = new Label();
        label.setWrapText(true);
        // Must not be cut off when space is short.
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("muted", "small");
        add(label, 1, rows++);
        return label;
    }

    /** Offers values, each shown by its text. */
    public static <T> void offer(ComboBox<T> box, List<T> values, Function<T, String> words) {
        box.getItems().setAll(values);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T value) {
                        return value == null ? "" : words.apply(value);
                    }

                    @Override
                    public T fromString(String text) {
                        return values.stream()
                                .filter(v -> words.apply(v).equals(text))
                                .findFirst()
                                .orElse(values.getFirst());
                    }
                });
    }

    /** Marks a control with invalid content. */
    public static void mark(Control control, boolean wrong) {
        control.pseudoClassStateChanged(WRONG, wrong);
    }

    /** What was typed, for the caller to wipe. */
    public static char[] characters(PasswordField field) {
        CharSequence typed = field.getCharacters();
        char[] copy = new char[typed.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = typed.charAt(i);
        }
        return copy;
    }
}
