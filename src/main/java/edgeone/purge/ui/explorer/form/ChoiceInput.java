package edgeone.purge.ui.explorer.form;

import edgeone.purge.api.ApiField;
import edgeone.purge.api.FieldType;
import edgeone.purge.api.value.JsonValue;
import edgeone.purge.api.value.JsonValue.Text;
import edgeone.purge.api.value.JsonValue.Truth;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One of the values allowed, or true and false; the empty one is left out. */
final class ChoiceInput implements Input {
    private final boolean truth;
    private final ComboBox<String> control = new ComboBox<>();
    private @Nullable JsonValue value;
    private boolean filling;

    /**
     * @param id of the control
     * @param hint what it takes, for a screen reader
     */
    ChoiceInput(ApiField field, String id, String hint, Runnable changed) {
        truth = field.type() == FieldType.BOOLEAN;
        control.setId(id);
        control.setAccessibleText(hint);
        control.getItems().add("");
        control.getItems().addAll(truth ? List.of("true", "false") : field.values());
        control.setValue("");
        control.setMaxWidth(Double.MAX_VALUE);
        control.valueProperty()
                .subscribe(
                        (_, chosen) -> {
                            if (!filling) {
                                value = read(chosen);
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
        value = given;
        filling = true;
        control.setValue(
                switch (given) {
                    case Text(String text) -> text;
                    case Truth(boolean isTrue) -> String.valueOf(isTrue);
                    case null, default -> "";
                });
        filling = false;
    }

    private @Nullable JsonValue read(@Nullable String chosen) {
        if (chosen == null || chosen.isEmpty()) {
            return null;
        }
        return truth ? new Truth(Boolean.parseBoolean(chosen)) : new Text(chosen);
    }
}
