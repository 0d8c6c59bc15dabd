package edgeone.purge.ui.inspector.list;

import edgeone.purge.engine.calls.CallListing;
import edgeone.purge.engine.calls.Calls;
import edgeone.purge.model.call.Call;
import edgeone.purge.model.call.CallFilter;
import edgeone.purge.ui.kit.table.PagedRows;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The calls that are listed, read as they are looked at. */
public final class CallListModel {
    private static final Call PLACEHOLDER =
            new Call(0, Instant.EPOCH, "", true, null, null, null, 1, 0, null, null, null);

    private final Calls calls;
    private final CallListing listing;
    private final Latest reading;
    private final Latest looking;
    private final PagedRows<Call> rows;
    private final ObjectProperty<CallFilter> filter = new SimpleObjectProperty<>(CallFilter.ALL);
    private final ReadOnlyObjectWrapper<List<String>> actions =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<@Nullable Exception> trouble =
            new ReadOnlyObjectWrapper<>();
    private @Nullable CallFilter shown;
    private long newest;

    public CallListModel(Calls calls, Tasks tasks) {
        this.calls = calls;
        listing = calls.listing();
        reading = tasks.latest();
        looking = tasks.latest();
        rows = new PagedRows<>(tasks, PLACEHOLDER);
        filter.subscribe((_, _) -> load());
    }

    /** What was read of the journal. */
    private record Answer(
            Map<Integer, List<Call>> pages, int count, List<String> actions, long newest) {}

    /** Reads the journal. */
    public void load() {
        CallFilter wanted = filter.get();
        Set<Integer> pages = wanted.equals(shown) ? rows.inView() : Set.of(0);
        CallListing.Question question = listing.ask(wanted);
        loading.set(true);
        reading.run(
                () ->
                        new Answer(
                                PagedRows.read(question::calls, pages),
                                question.count(),
                                calls.actions(),
                                calls.newest()),
                answer -> {
                    shown = wanted;
                    newest = answer.newest();
                    loading.set(false);
                    trouble.set(null);
                    actions.set(answer.actions());
                    rows.show(question::calls, answer.count(), answer.pages());
                },
                why -> {
                    loading.set(false);
                    trouble.set(why);
                });
    }

    /** Reads the journal if there are calls that are not listed yet. */
    public void look() {
        if (!loading.get()) {
            looking.run(
                    calls::newest,
                    now -> {
                        if (now != newest) {
                            load();
                        }
                    },
                    trouble::set);
        }
    }

    public ObjectProperty<CallFilter> filterProperty() {
        return filter;
    }

    public PagedRows<Call> rows() {
        return rows;
    }

    /** The actions called lately. */
    public ReadOnlyObjectProperty<List<String>> actionsProperty() {
        return actions.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Exception> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
