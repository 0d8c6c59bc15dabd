package edgeone.purge.ui.explorer.saved;

import edgeone.purge.requests.RequestBook;
import edgeone.purge.requests.RequestBook.Contents;
import edgeone.purge.requests.SavedRequest;
import edgeone.purge.ui.kit.task.Tasks;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The saved requests of the home folder as the window shows them. Knows no controls. */
public final class RequestShelf {
    private final RequestBook book;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<List<SavedRequest>> requests =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Path> setAside = new ReadOnlyObjectWrapper<>();

    public RequestShelf(RequestBook book, Tasks tasks) {
        this.book = book;
        this.tasks = tasks;
    }

    /** In alphabetical order; none until they are read. */
    ReadOnlyObjectProperty<List<SavedRequest>> requestsProperty() {
        return requests.getReadOnlyProperty();
    }

    /** Where a damaged file was put; null if there was none. */
    ReadOnlyObjectProperty<@Nullable Path> setAsideProperty() {
        return setAside.getReadOnlyProperty();
    }

    /** Reads the requests, also those that another process has saved. */
    void load(Consumer<? super Exception> failed) {
        change(book::read, () -> {}, failed);
    }

    /**
     * Keeps a request.
     *
     * @param replaces whether it may take the place of one with the same name
     */
    void save(
            SavedRequest request,
            boolean replaces,
            Runnable done,
            Consumer<? super Exception> failed) {
        change(() -> book.save(request, replaces), done, failed);
    }

    void rename(String name, String to, Runnable done, Consumer<? super Exception> failed) {
        change(() -> book.rename(name, to), done, failed);
    }

    void delete(String name, Consumer<? super Exception> failed) {
        change(() -> book.delete(name), () -> {}, failed);
    }

    private void change(
            Callable<Contents> work, Runnable done, Consumer<? super Exception> failed) {
        tasks.run(
                work,
                contents -> {
                    requests.set(contents.requests());
                    if (contents.setAside() != null) {
                        setAside.set(contents.setAside());
                    }
                    done.run();
                },
                failed);
    }
}
