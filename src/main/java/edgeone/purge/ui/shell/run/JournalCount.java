package edgeone.purge.ui.shell.run;

import edgeone.purge.engine.read.History;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

/** How many jobs the journal has, kept up to date as runs progress. */
public final class JournalCount {
    private final History history;
    private final Latest counting;
    private final ReadOnlyIntegerWrapper jobs = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Exception> trouble =
            new ReadOnlyObjectWrapper<>();

    public JournalCount(History history, Runs runs, Tasks tasks) {
        this.history = history;
        counting = tasks.latest();
        runs.revisionProperty().subscribe((_, _) -> refresh());
    }

    /** Counts the jobs again, in the background. */
    public void refresh() {
        counting.run(history::size, jobs::set, trouble::set);
    }

    /** Jobs in the journal; 0 until they have been counted. */
    public ReadOnlyIntegerProperty jobsProperty() {
        return jobs.getReadOnlyProperty();
    }

    /** Why the last count failed; null if none has. */
    public ReadOnlyObjectProperty<@Nullable Exception> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
