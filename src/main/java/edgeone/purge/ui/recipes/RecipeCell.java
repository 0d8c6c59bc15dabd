package edgeone.purge.ui.recipes;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.label;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.recipes.Recipe;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** A recipe's name and, below, what it purges where. */
final class RecipeCell extends ListCell<Recipe> {
    private final Formats formats;
    private final Label name = label("", "strong");
    private final Label what = label("", "muted", "small");
    private final VBox both = column(0, name, what);

    RecipeCell(Formats formats) {
        this.formats = formats;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        both.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        both.setAlignment(Pos.CENTER_LEFT);
        // As wide as the list, so that long names end with dots and no bar appears.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Recipe recipe, boolean none) {
        super.updateItem(recipe, none);
        if (none || recipe == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        name.setText(recipe.name());
        String targets = new Words(formats.messages()).targets(recipe.type(), count(recipe));
        String zone = VisibleText.of(recipe.zone());
        what.setText(
                recipe.variables().isEmpty()
                        ? formats.text("recipes.window.row", targets, zone)
                        : formats.text(
                                "recipes.window.row.variables",
                                targets,
                                zone,
                                String.join(", ", recipe.variables())));
        setAccessibleText(name.getText() + ", " + what.getText());
        setTooltip(new Tooltip(getAccessibleText()));
        setGraphic(both);
    }

    private static int count(Recipe recipe) {
        return Math.max(1, recipe.lines().size());
    }
}
