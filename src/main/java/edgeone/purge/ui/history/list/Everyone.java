package edgeone.purge.ui.history.list;

import edgeone.purge.history.Histories;
import edgeone.purge.history.JobHistory;
import edgeone.purge.history.JobListing;
import edgeone.purge.history.SharedHistory;
import edgeone.purge.history.UnreachableHistoryException;
import edgeone.purge.ui.kit.task.Tasks;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The choice between the jobs of this machine and, where there is a team, those of everyone; tells
 * when colleagues write while theirs are chosen.
 */
public final class Everyone {
    private final Histories histories;
    private final JobListing mine;
    private @Nullable SharedHistory team;
    private @Nullable JobListing others;
    private final Tasks tasks;
    private final BooleanProperty chosen = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable UnreachableHistoryException> lost =
            new ReadOnlyObjectWrapper<>();
    private final List<Runnable> heard = new ArrayList<>();
    private SharedHistory.@Nullable Watching watching;

    public Everyone(Histories histories, Tasks tasks) {
        this.histories = histories;
        this.tasks = tasks;
        mine = histories.mine().listing();
        follow();
        chosen.subscribe(this::watch);
    }

    /** Takes over that another team was set since, or none any more. */
    public void follow() {
        SharedHistory now = histories.everyone();
        if (Objects.equals(now, team)) {
            return;
        }
        team = now;
        others = now == null ? null : now.listing();
        possible.set(now != null);
        if (now == null) {
            chosen.set(false);
        } else if (chosen.get()) {
            watch(true);
            List.copyOf(heard).forEach(Runnable::run);
        }
    }

    /** Whether there is anything to choose. */
    public ReadOnlyBooleanProperty possibleProperty() {
        return possible.getReadOnlyProperty();
    }

    /** Whether everyone's jobs are listed. */
    public BooleanProperty chosenProperty() {
        return chosen;
    }

    /** Why colleagues' jobs are not heard of at the moment; null if they are. */
    public ReadOnlyObjectProperty<@Nullable UnreachableHistoryException> lostProperty() {
        return lost.getReadOnlyProperty();
    }

    /** Hears of what colleagues write. */
    public void onHeard(Runnable changed) {
        heard.add(changed);
    }

    /** The history that is listed. */
    public JobHistory listed() {
        SharedHistory everyone = team;
        return everyone != null && chosen.get() ? everyone : histories.mine();
    }

    JobListing listing() {
        JobListing everyone = others;
        return everyone != null && chosen.get() ? everyone : mine;
    }

    private void watch(boolean wanted) {
        SharedHistory.Watching before = watching;
        if (before != null) {
            before.close();
            watching = null;
        }
        lost.set(null);
        SharedHistory everyone = team;
        if (wanted && everyone != null) {
            watching = everyone.watch(new Ear());
        }
    }

    /** Passes on what it hears, unless the choice has changed meanwhile. */
    private final class Ear implements SharedHistory.Watcher {
        @Override
        public void changed() {
            tell(null);
        }

        @Override
        public void lost(UnreachableHistoryException why) {
            tell(why);
        }

        private void tell(@Nullable UnreachableHistoryException why) {
            tasks.onUi(
                    () -> {
                        if (chosen.get()) {
                            lost.set(why);
                            if (why == null) {
                                List.copyOf(heard).forEach(Runnable::run);
                            }
                        }
                    });
        }
    }
}
