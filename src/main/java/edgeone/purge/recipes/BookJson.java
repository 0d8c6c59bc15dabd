package edgeone.purge.recipes;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code recipes.json}, format 1. Entries that cannot be read are left out, and that is told. */
final class BookJson {
    private static final int FORMAT = 1;

    private BookJson() {}

    /** What a file held. {@code damaged}: something in it could not be read. */
    record Content(List<Recipe> recipes, boolean damaged) {
        static final Content EMPTY = new Content(List.of(), false);
        static final Content UNREADABLE = new Content(List.of(), true);

        Content {
            recipes =
                    recipes.stream()
                            .sorted(Comparator.comparing(r -> RecipeName.folded(r.name())))
                            .toList();
        }
    }

    static byte[] write(List<Recipe> recipes) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("recipes", recipes.stream().map(RecipeJson::document).toList());
        return RecipeJson.mapper().writeValueAsBytes(root);
    }

    /**
     * Reads a book.
     *
     * @throws RecipeException a newer program wrote it, or part of it
     */
    static Content read(byte[] bytes, Path file) throws RecipeException {
        Optional<JsonNode> tree = RecipeJson.tree(bytes);
        JsonNode root = tree.orElse(null);
        if (root == null || !root.path("format").isInt() || !root.path("recipes").isArray()) {
            return Content.UNREADABLE;
        }
        if (root.path("format").intValue() > FORMAT) {
            throw new RecipeException(RecipeProblem.BOOK_NEWER, file.toString());
        }
        List<Recipe> recipes = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        boolean damaged = false;
        for (JsonNode entry : root.path("recipes")) {
            try {
                Recipe recipe = RecipeJson.recipe(entry, file.toString());
                if (taken.add(RecipeName.folded(recipe.name()))) {
                    recipes.add(recipe);
                } else {
                    damaged = true;
                }
            } catch (RecipeException e) {
                if (e.problem() == RecipeProblem.NEWER) {
                    throw new RecipeException(RecipeProblem.BOOK_NEWER, file.toString());
                }
                damaged = true;
            }
        }
        return new Content(recipes, damaged);
    }
}
