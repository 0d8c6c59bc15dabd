package edgeone.purge.ui.zones;

import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.zones.KnownZones;
import edgeone.purge.zones.ZoneFinder;
import edgeone.purge.zones.ZoneFinder.Found;
import edgeone.purge.zones.ZoneOwner;
import edgeone.purge.zones.ZonePicks;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/**
 * The zones that fit what is typed. What is searched is prepared off the UI thread, whenever more
 * is known; a search itself takes a few milliseconds with thousands of zones.
 */
public final class ZoneSearch {
    private final ZoneBook book;
    private final Latest preparing;
    private final ObservableList<Found> found = FXCollections.observableArrayList();

    /** One view for all: whoever listens to it must not lose it. */
    private final ObservableList<Found> shown = FXCollections.unmodifiableObservableList(found);

    private final Subscription watching;
    private @Nullable ZoneFinder finder;
    private @Nullable ZoneOwner owner;
    private String text = "";
    private Runnable onReady = () -> {};

    public ZoneSearch(ZoneBook book, Tasks tasks) {
        this.book = book;
        preparing = tasks.latest();
        watching =
                book.knownProperty()
                        .subscribe(_ -> prepare())
                        .and(book.picksProperty().subscribe((_, _) -> prepare()));
    }

    public void close() {
        watching.unsubscribe();
        preparing.drop();
    }

    private void prepare() {
        KnownZones known = book.knownProperty().get();
        ZonePicks picks = book.picksProperty().get();
        ZoneOwner now = known == null ? null : known.owner();
        if (now == null || !now.equals(owner)) {
            // Another account's zones are not to be found for a moment even.
            finder = null;
            found.clear();
            owner = now;
        }
        if (known == null) {
            preparing.drop();
            return;
        }
        preparing.run(
                () -> new ZoneFinder(known.zones(), known.hosts(), picks),
                made -> {
                    finder = made;
                    show();
                    Runnable waiting = onReady;
                    onReady = () -> {};
                    waiting.run();
                },
                bug -> {
                    throw new IllegalStateException(bug);
                });
    }

    /** Finds what fits the text. */
    public void type(String wanted) {
        text = wanted;
        show();
    }

    /** Runs at once, or as soon as there is something to search in. */
    public void whenReady(Runnable action) {
        if (finder == null) {
            onReady = action;
        } else {
            action.run();
        }
    }

    private void show() {
        ZoneFinder now = finder;
        if (now != null) {
            found.setAll(now.find(text));
        }
    }

    /** Best first. */
    public ObservableList<Found> found() {
        return shown;
    }
}
