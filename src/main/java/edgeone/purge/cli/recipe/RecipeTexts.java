package edgeone.purge.cli.recipe;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.recipes.Recipe;
import edgeone.purge.recipes.RecipeBook.Contents;
import edgeone.purge.recipes.RecipeException;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Recipes as JSON and as a table. */
final class RecipeTexts {
    private RecipeTexts() {}

    /** The book; tells where a damaged one was put. */
    static Contents read(Workplace workplace, Output output) throws RecipeException, IOException {
        Contents contents = workplace.recipes().read();
        if (contents.setAside() != null) {
            output.note("cli.recipe.set-aside", contents.setAside().toString());
        }
        return contents;
    }

    static void list(List<Recipe> recipes, Output output) {
        if (output.isJson()) {
            output.json(Map.of("recipes", recipes.stream().map(r -> json(r).map()).toList()));
        } else if (recipes.isEmpty()) {
            output.text("cli.recipe.none");
        } else {
            output.table(
                    List.of(
                            "column.name",
                            "column.zone",
                            "column.type",
                            "column.method",
                            "column.targets",
                            "column.variables"),
                    recipes.stream().map(RecipeTexts::row).toList());
        }
    }

    private static List<String> row(Recipe recipe) {
        return List.of(
                recipe.name(),
                recipe.zone(),
                recipe.type().wireName(),
                recipe.method() == null ? "" : recipe.method().wireName(),
                String.valueOf(recipe.lines().size()),
                String.join(", ", recipe.variables()));
    }

    static Fields json(Recipe recipe) {
        return new Fields()
                .put("name", recipe.name())
                .put("zone", recipe.zoneId().isEmpty() ? recipe.zoneName() : recipe.zoneId())
                .put("zoneName", recipe.zoneName().isEmpty() ? null : recipe.zoneName())
                .put("type", recipe.type().wireName())
                .put("method", recipe.method() == null ? null : recipe.method().wireName())
                .put("targets", recipe.lines().size())
                .put("variables", List.copyOf(recipe.variables()));
    }
}
