package edgeone.purge.ui.palette.source;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.recipes.Recipe;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.palette.PaletteEntry;
import edgeone.purge.ui.palette.PaletteSource;
import edgeone.purge.ui.recipes.RecipeShelf;

import java.util.List;
import java.util.function.Consumer;

/** The recipes beside the form; choosing one fills in the form. */
public final class RecipeSource implements PaletteSource {
    private final RecipeShelf shelf;
    private final Navigator navigator;

    public RecipeSource(RecipeShelf shelf, Navigator navigator) {
        this.shelf = shelf;
        this.navigator = navigator;
    }

    @Override
    public void read(Formats formats, Consumer<List<PaletteEntry>> found) {
        found.accept(shelf.recipesProperty().get().stream().map(r -> entry(formats, r)).toList());
    }

    private PaletteEntry entry(Formats formats, Recipe recipe) {
        Words words = new Words(formats.messages());
        return new PaletteEntry(
                PaletteEntry.Kind.RECIPE,
                VisibleText.of(recipe.name()),
                formats.text(
                        "recipes.window.row",
                        words.targets(recipe.type(), Math.max(1, recipe.lines().size())),
                        VisibleText.of(recipe.zone())),
                "",
                "",
                () -> navigator.open(new Place.Recipe(recipe.name())));
    }
}
