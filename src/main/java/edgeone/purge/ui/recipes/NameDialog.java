package edgeone.purge.ui.recipes;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.recipes.Recipe;
import edgeone.purge.recipes.RecipeException;
import edgeone.purge.recipes.RecipeProblem;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks for the name of a recipe and keeps it; stays open until that has worked. */
public final class NameDialog {
    private final Formats formats;
    private final Dialogs dialogs;
    private final RecipeShelf shelf;

    public NameDialog(Formats formats, Dialogs dialogs, RecipeShelf shelf) {
        this.formats = formats;
        this.dialogs = dialogs;
        this.shelf = shelf;
    }

    /**
     * Asks.
     *
     * @param recipe what to keep, with the suggested name
     */
    public void ask(Recipe recipe) {
        TextField name = named("recipe-name", new TextField(recipe.name()));
        name.setAccessibleText(formats.text("recipes.window.name"));
        Label what =
                wrapped(
                        formats.text(
                                recipe.variables().isEmpty()
                                        ? "recipes.window.variables.how"
                                        : "recipes.window.variables.are",
                                String.join(", ", recipe.variables())),
                        "muted");
        Label wrong = named("recipe-wrong", wrapped("", "danger-text"));
        CheckBox replace = named("recipe-replace", new CheckBox());
        replace.setText(formats.text("recipes.window.replace"));
        toggle(wrong, false);
        toggle(replace, false);
        ButtonType save =
                new ButtonType(formats.text("recipes.window.save.go"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog =
                dialogs.dialog(
                        formats.text("recipes.window.save.title"),
                        column(
                                8,
                                wrapped(formats.text("recipes.window.name")),
                                name,
                                replace,
                                wrong,
                                what),
                        save,
                        dialogs.cancel());
        Button button = (Button) dialog.getDialogPane().lookupButton(save);
        button.setId("recipe-save-go");
        button.addEventFilter(
                ActionEvent.ACTION,
                event -> {
                    event.consume();
                    button.setDisable(true);
                    shelf.save(
                            recipe.withName(name.getText().strip()),
                            replace.isSelected(),
                            dialog::close,
                            e -> {
                                button.setDisable(false);
                                Fields.mark(name, true);
                                wrong.setText(words(e));
                                toggle(wrong, true);
                                toggle(replace, replace.isVisible() || isTaken(e));
                                dialog.getDialogPane().getScene().getWindow().sizeToScene();
                                name.requestFocus();
                            });
                });
        Dialogs.pressOnEnter(dialog, save);
        dialog.setOnShown(
                _ -> {
                    name.requestFocus();
                    name.selectAll();
                });
        dialog.show();
    }

    private String words(Exception e) {
        return e instanceof RecipeException recipe
                ? recipe.text(formats.messages())
                : formats.trouble(e).asText();
    }

    private static boolean isTaken(Exception e) {
        return e instanceof RecipeException recipe && recipe.problem() == RecipeProblem.NAME_TAKEN;
    }
}
