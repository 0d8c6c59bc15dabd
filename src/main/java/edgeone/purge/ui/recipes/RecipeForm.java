package edgeone.purge.ui.recipes;

import edgeone.purge.recipes.Filled;
import edgeone.purge.recipes.Recipe;

import org.jspecify.annotations.Nullable;

/** The form that recipes are saved from and fill in. */
public interface RecipeForm {
    /**
     * What the form holds.
     *
     * @return null if no zone is chosen
     */
    @Nullable Recipe recipe(String name);

    /** Why a recipe cannot fill in the form, in the reader's words; null if it can. */
    @Nullable String obstacle(Recipe recipe);

    /** Fills in the form; the lines can be undone. */
    void fill(Recipe recipe, Filled filled);
}
