package edgeone.purge.ui.explorer.form;

import edgeone.purge.api.ApiField;
import edgeone.purge.api.FieldType;
import edgeone.purge.api.value.JsonValue;
import edgeone.purge.api.value.JsonValue.Items;
import edgeone.purge.api.value.JsonValue.Numeral;
import edgeone.purge.api.value.JsonValue.Text;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/** A text, a number or a time, or a list of them with one a line; empty is left out. */
final class TextInput implements Input {
    private static final int LINES = 4;

    private final ApiField field;
    private final TextInputControl control;
    private @Nullable JsonValue value;
    private boolean filling;

    /**
     * @param id of the control
     * @param hint what it takes, for a screen reader
     */
    TextInput(ApiField field, String id, String hint, Runnable changed) {
        this.field = field;
        if (field.list()) {
            TextArea lines = new TextArea();
            lines.setPrefRowCount(LINES);
            control = lines;
        } else {
            control = new TextField();
        }
        control.setId(id);
        control.setAccessibleText(hint);
        control.textProperty()
                .subscribe(
                        (_, text) -> {
                            if (!filling) {
                                value = read(text);
                                changed.run();
                            }
                        });
    }

    @Override
    public Node node() {
        return control;
    }

    @Override
    public @Nullable JsonValue value() {
        return value;
    }

    @Override
    public void fill(@Nullable JsonValue given) {
        if (given == null ? value == null : given.equals(value)) {
            return;
        }
        value = given;
        filling = true;
        control.setText(shown(given));
        filling = false;
    }

    private @Nullable JsonValue read(String text) {
        if (!field.list()) {
            return text.isEmpty() ? null : single(text);
        }
        List<JsonValue> items =
                text.lines().filter(line -> !line.isBlank()).map(this::single).toList();
        return items.isEmpty() ? null : new Items(items);
    }

    private JsonValue single(String text) {
        return field.type() == FieldType.INTEGER && text.strip().matches("-?(0|[1-9]\\d{0,17})")
                ? new Numeral(text.strip())
                : new Text(text);
    }

    private static String shown(@Nullable JsonValue given) {
        return switch (given) {
            case Text(String text) -> text;
            case Numeral(String literal) -> literal;
            case Items(var items) ->
                    items.stream().map(TextInput::shown).collect(Collectors.joining("\n"));
            case null, default -> "";
        };
    }
}
