package edgeone.purge.ui.recipes;

import edgeone.purge.recipes.Recipe;
import edgeone.purge.recipes.RecipeBook;
import edgeone.purge.recipes.RecipeBook.Contents;
import edgeone.purge.recipes.RecipeFile;
import edgeone.purge.ui.kit.task.Tasks;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The recipes of the home folder as the window shows them. Knows no controls. */
public final class RecipeShelf {
    private final RecipeBook book;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<List<Recipe>> recipes =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Path> setAside = new ReadOnlyObjectWrapper<>();

    public RecipeShelf(RecipeBook book, Tasks tasks) {
        this.book = book;
        this.tasks = tasks;
    }

    /** In alphabetical order; none until they are read. */
    public ReadOnlyObjectProperty<List<Recipe>> recipesProperty() {
        return recipes.getReadOnlyProperty();
    }

    /** Where a damaged file was put when the recipes were read; null if it was intact. */
    ReadOnlyObjectProperty<@Nullable Path> setAsideProperty() {
        return setAside.getReadOnlyProperty();
    }

    /** Reads the recipes, also those that another process has saved. */
    public void load(Consumer<? super Exception> failed) {
        change(book::read, () -> {}, failed);
    }

    /**
     * Keeps a recipe.
     *
     * @param replaces whether it may take the place of one with the same name
     */
    void save(Recipe recipe, boolean replaces, Runnable done, Consumer<? super Exception> failed) {
        change(
                () -> {
                    book.save(recipe, replaces);
                    return book.read();
                },
                done,
                failed);
    }

    void remove(Recipe recipe, Consumer<? super Exception> failed) {
        change(
                () -> {
                    book.remove(recipe.name());
                    return book.read();
                },
                () -> {},
                failed);
    }

    /** Reads a recipe that somebody shared; it is not kept yet. */
    void read(Path file, Consumer<? super Recipe> done, Consumer<? super Exception> failed) {
        tasks.run(() -> RecipeFile.read(file), done, failed);
    }

    void write(Recipe recipe, Path file, Consumer<? super Exception> failed) {
        tasks.run(() -> RecipeFile.write(recipe, file), _ -> {}, failed);
    }

    private void change(
            Callable<Contents> work, Runnable done, Consumer<? super Exception> failed) {
        tasks.run(
                work,
                now -> {
                    recipes.set(now.recipes());
                    setAside.set(now.setAside());
                    done.run();
                },
                failed);
    }
}
