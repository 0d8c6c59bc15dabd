package edgeone.purge.ui.recipes;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.recipes.Filled;
import edgeone.purge.recipes.Filling;
import edgeone.purge.recipes.Recipe;
import edgeone.purge.recipes.RecipeException;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Asks for the values of a recipe's variables; stays open until they fit. */
final class VariablesDialog {
    private static final int SAMPLE = 3;

    private final Formats formats;
    private final Dialogs dialogs;
    private final Recipe recipe;
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final Label wrong = named("recipe-wrong", wrapped("", "danger-text"));
    private final Label sample = named("recipe-sample", wrapped("", "mono", "small", "muted"));

    VariablesDialog(Formats formats, Dialogs dialogs, Recipe recipe) {
        this.formats = formats;
        this.dialogs = dialogs;
        this.recipe = recipe;
    }

    /**
     * Asks.
     *
     * @param filled receives the recipe with its values
     */
    void ask(Consumer<Filled> filled) {
        VBox content = column(8, wrapped(formats.text("recipes.window.ask")));
        for (String variable : recipe.variables()) {
            TextField field = named("recipe-var-" + variable, new TextField());
            field.setAccessibleText(variable);
            field.textProperty().subscribe(_ -> preview());
            fields.put(variable, field);
            Label name = wrapped(variable, "mono");
            name.setLabelFor(field);
            content.getChildren().addAll(name, field);
        }
        toggle(wrong, false);
        content.getChildren().addAll(wrong, sample);
        ButtonType fill = new ButtonType(formats.text("recipes.window.fill"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog =
                dialogs.dialog(
                        formats.text("recipes.window.ask.title", recipe.name()),
                        content,
                        fill,
                        dialogs.cancel());
        Button button = (Button) dialog.getDialogPane().lookupButton(fill);
        button.setId("recipe-fill-go");
        button.addEventFilter(
                ActionEvent.ACTION,
                event -> {
                    Filled made = filledOrTold();
                    if (made == null) {
                        event.consume();
                        dialog.getDialogPane().getScene().getWindow().sizeToScene();
                    } else {
                        filled.accept(made);
                    }
                });
        Dialogs.pressOnEnter(dialog, fill);
        dialog.setOnShown(_ -> fields.values().iterator().next().requestFocus());
        preview();
        dialog.show();
    }

    private @Nullable Filled filledOrTold() {
        try {
            return Filling.fill(recipe, values());
        } catch (RecipeException e) {
            wrong.setText(e.text(formats.messages()));
            toggle(wrong, true);
            return null;
        }
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(name, field.getText()));
        return values;
    }

    private void show(List<String> lines) {
        sample.setText(
                lines.stream()
                        .limit(SAMPLE)
                        .map(VisibleText::of)
                        .collect(Collectors.joining("\n")));
    }

    /** The first lines as they will be, as soon as every variable has a value. */
    private void preview() {
        toggle(wrong, false);
        try {
            Filled made = Filling.fill(recipe, values());
            show(made.lines());
        } catch (RecipeException e) {
            show(recipe.lines());
        }
    }
}
