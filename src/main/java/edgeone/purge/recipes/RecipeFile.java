package edgeone.purge.recipes;

import edgeone.purge.files.PrivateFile;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A recipe as a file of its own, to be shared. */
public final class RecipeFile {
    /** Far more than the largest recipe there can be. */
    static final int LARGEST_BYTES = 8 << 20;

    private RecipeFile() {}

    /** The JSON object of the file. */
    public static Map<String, Object> document(Recipe recipe) {
        return RecipeJson.document(recipe);
    }

    /** JSON, ending with a line feed. */
    public static byte[] bytes(Recipe recipe) {
        String text = RecipeJson.mapper().writeValueAsString(document(recipe));
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes a file, whole or not at all, in place of one that is there.
     *
     * @param file a folder for the recipe's own name in it
     * @return the file that was written
     */
    public static Path write(Recipe recipe, Path file) throws IOException {
        Path target = Files.isDirectory(file) ? file.resolve(recipe.name() + ".json") : file;
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(target.toString());
        }
        new PrivateFile(target).write(bytes(recipe));
        return target;
    }

    /**
     * Reads a file of unknown origin; at most 8 MB of it.
     *
     * @throws RecipeException it holds no recipe, a newer one, or one that cannot be
     * @throws IOException it cannot be read
     */
    public static Recipe read(Path file) throws RecipeException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, String.valueOf(file.getFileName()));
        }
    }

    /**
     * Reads a stream; at most 8 MB of it.
     *
     * @param from what it is called, for what is said of it
     */
    public static Recipe read(InputStream in, String from) throws RecipeException, IOException {
        byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
        if (bytes.length > LARGEST_BYTES) {
            throw new RecipeException(RecipeProblem.FILE_TOO_LARGE, from, LARGEST_BYTES >> 20);
        }
        Optional<JsonNode> tree = RecipeJson.tree(bytes);
        if (tree.isEmpty()) {
            throw new RecipeException(RecipeProblem.NOT_JSON, from);
        }
        return RecipeJson.recipe(tree.get(), from);
    }
}
