package edgeone.purge.recipes;

import edgeone.purge.files.FileGuard;
import edgeone.purge.files.PrivateFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The recipes of a home folder, in {@code recipes.json}. Nothing is held in memory: every call
 * reads the file, and every change is made under a lock that other processes respect, so that
 * several windows and commands can be at work. May be used from any thread but the JavaFX thread.
 */
public final class RecipeBook {
    /** What {@link PrivateFile} reads back. */
    private static final int LARGEST_BYTES = 16 << 20;

    private final PrivateFile file;
    private final Clock clock;

    /**
     * @param home folder that holds {@code recipes.json}; made when first needed
     */
    public RecipeBook(Path home, Clock clock) {
        this.file = new PrivateFile(home.resolve("recipes.json"));
        this.clock = clock;
    }

    /**
     * What the book holds.
     *
     * @param recipes by name
     * @param setAside where a damaged file was put, so that a person can be told; null if it was
     *     intact
     */
    public record Contents(List<Recipe> recipes, @Nullable Path setAside) {
        public Contents {
            recipes = List.copyOf(recipes);
        }

        /** Found whatever its case and width. */
        public Optional<Recipe> named(String name) {
            return recipes.stream().filter(called(name)).findFirst();
        }
    }

    /**
     * Reads the book. A damaged file is set aside and replaced by what could still be read of it.
     *
     * @throws RecipeException a newer program wrote it
     */
    public Contents read() throws RecipeException, IOException {
        BookJson.Content content = load();
        if (!content.damaged()) {
            return new Contents(content.recipes(), null);
        }
        try (FileGuard _ = FileGuard.of(file)) {
            return mended();
        }
    }

    /**
     * The recipe of a name.
     *
     * @throws RecipeException there is none, or a newer program wrote the book
     */
    public Recipe find(String name) throws RecipeException, IOException {
        return read().named(name)
                .orElseThrow(() -> new RecipeException(RecipeProblem.NO_SUCH_RECIPE, name));
    }

    /**
     * Keeps a recipe.
     *
     * @param replaces whether it may take the place of one with the same name
     * @throws RecipeException it cannot be kept, or its name is taken
     */
    public void save(Recipe recipe, boolean replaces) throws RecipeException, IOException {
        RecipeRules.check(recipe);
        try (FileGuard _ = FileGuard.of(file)) {
            List<Recipe> recipes = new ArrayList<>(mended().recipes());
            if (recipes.removeIf(called(recipe.name())) && !replaces) {
                throw new RecipeException(RecipeProblem.NAME_TAKEN, recipe.name());
            }
            recipes.add(recipe);
            byte[] bytes = BookJson.write(recipes);
            if (bytes.length > LARGEST_BYTES) {
                throw new RecipeException(
                        RecipeProblem.BOOK_FULL, recipe.name(), LARGEST_BYTES >> 20);
            }
            file.write(bytes);
        }
    }

    /**
     * Removes a recipe.
     *
     * @return what it was
     * @throws RecipeException there is none of that name
     */
    public Recipe remove(String name) throws RecipeException, IOException {
        try (FileGuard _ = FileGuard.of(file)) {
            Contents before = mended();
            Recipe gone =
                    before.named(name)
                            .orElseThrow(
                                    () -> new RecipeException(RecipeProblem.NO_SUCH_RECIPE, name));
            List<Recipe> recipes = new ArrayList<>(before.recipes());
            recipes.removeIf(called(name));
            file.write(BookJson.write(recipes));
            return gone;
        }
    }

    private static Predicate<Recipe> called(String name) {
        String folded = RecipeName.folded(name);
        return recipe -> RecipeName.folded(recipe.name()).equals(folded);
    }

    private BookJson.Content load() throws RecipeException, IOException {
        Optional<byte[]> bytes = file.read();
        return bytes.isEmpty() ? BookJson.Content.EMPTY : BookJson.read(bytes.get(), file.path());
    }

    /** The book as it is now, with a damaged file set aside; for whoever holds the guard. */
    private Contents mended() throws RecipeException, IOException {
        BookJson.Content content = load();
        Path aside = null;
        if (content.damaged()) {
            aside = file.setAside(clock);
            file.write(BookJson.write(content.recipes()));
        }
        return new Contents(content.recipes(), aside);
    }
}
