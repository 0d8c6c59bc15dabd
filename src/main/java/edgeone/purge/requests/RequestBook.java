package edgeone.purge.requests;

import edgeone.purge.files.FileGuard;
import edgeone.purge.files.PrivateFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The saved requests of a home folder, in {@code requests.json}. Nothing is held in memory: every
 * call reads the file, and every change is made under a lock that other processes respect. May be
 * used from any thread but the JavaFX thread.
 */
public final class RequestBook {
    /** What {@link PrivateFile} reads back. */
    private static final int LARGEST_BYTES = 16 << 20;

    private final PrivateFile file;
    private final UnaryOperator<String> cover;
    private final Clock clock;

    /**
     * @param home folder that holds {@code requests.json}; made when first needed
     * @param cover removes secrets from text: what it changes is not kept
     */
    public RequestBook(Path home, UnaryOperator<String> cover, Clock clock) {
        this.file = new PrivateFile(home.resolve("requests.json"));
        this.cover = cover;
        this.clock = clock;
    }

    /**
     * What the book holds.
     *
     * @param requests by name
     * @param setAside where a damaged file was put, so that a person can be told; null if it was
     *     intact
     */
    public record Contents(List<SavedRequest> requests, @Nullable Path setAside) {
        public Contents {
            requests = List.copyOf(requests);
        }

        /** Found whatever its case and width. */
        public Optional<SavedRequest> named(String name) {
            return requests.stream().filter(r -> r.isCalled(name)).findFirst();
        }
    }

    /** A change of the requests that are kept. */
    @FunctionalInterface
    private interface Change {
        void of(List<SavedRequest> requests) throws RequestException;
    }

    /**
     * Reads the book. A damaged file is set aside and replaced by what could still be read of it.
     *
     * @throws RequestException a newer program wrote it
     */
    public Contents read() throws RequestException, IOException {
        BookJson.Content content = load();
        if (!content.damaged()) {
            return new Contents(content.requests(), null);
        }
        try (FileGuard _ = FileGuard.of(file)) {
            return mended();
        }
    }

    /**
     * Keeps a request.
     *
     * @param replaces whether it may take the place of one with the same name
     * @return what the book holds now
     * @throws RequestException it cannot be kept, or its name is taken
     */
    public Contents save(SavedRequest request, boolean replaces)
            throws RequestException, IOException {
        RequestRules.check(request, cover);
        return change(
                requests -> {
                    if (requests.removeIf(r -> r.isCalled(request.name())) && !replaces) {
                        throw new RequestException(RequestProblem.NAME_TAKEN, request.name());
                    }
                    requests.add(request);
                });
    }

    /**
     * Gives a request another name.
     *
     * @return what the book holds now
     * @throws RequestException there is none of that name, or the new name cannot be or is taken
     */
    public Contents rename(String name, String newName) throws RequestException, IOException {
        RequestRules.checkName(newName);
        return change(
                requests -> {
                    SavedRequest renamed = taken(requests, name).withName(newName);
                    RequestRules.check(renamed, cover);
                    if (requests.stream().anyMatch(r -> r.isCalled(newName))) {
                        throw new RequestException(RequestProblem.NAME_TAKEN, newName);
                    }
                    requests.add(renamed);
                });
    }

    /**
     * Deletes a request.
     *
     * @return what the book holds now
     * @throws RequestException there is none of that name
     */
    public Contents delete(String name) throws RequestException, IOException {
        return change(requests -> taken(requests, name));
    }

    /** Takes a request out of a list. */
    private static SavedRequest taken(List<SavedRequest> requests, String name)
            throws RequestException {
        for (SavedRequest request : requests) {
            if (request.isCalled(name)) {
                requests.remove(request);
                return request;
            }
        }
        throw new RequestException(RequestProblem.NO_SUCH_REQUEST, name);
    }

    private Contents change(Change change) throws RequestException, IOException {
        try (FileGuard _ = FileGuard.of(file)) {
            Contents before = mended();
            List<SavedRequest> requests = new ArrayList<>(before.requests());
            change.of(requests);
            byte[] bytes = BookJson.write(requests);
            if (bytes.length > LARGEST_BYTES) {
                throw new RequestException(RequestProblem.BOOK_FULL, LARGEST_BYTES >> 20);
            }
            file.write(bytes);
            return new Contents(BookJson.read(bytes, file.path()).requests(), before.setAside());
        }
    }

    private BookJson.Content load() throws RequestException, IOException {
        Optional<byte[]> bytes = file.read();
        return bytes.isEmpty() ? BookJson.Content.EMPTY : BookJson.read(bytes.get(), file.path());
    }

    /** The book as it is now, with a damaged file set aside; for whoever holds the guard. */
    private Contents mended() throws RequestException, IOException {
        BookJson.Content content = load();
        Path aside = null;
        if (content.damaged()) {
            aside = file.setAside(clock);
            file.write(BookJson.write(content.requests()));
        }
        return new Contents(content.requests(), aside);
    }
}
