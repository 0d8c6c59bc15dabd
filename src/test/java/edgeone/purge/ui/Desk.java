package edgeone.purge.ui;

import edgeone.purge.history.Histories;
import edgeone.purge.ui.guard.GuardSettings;
import edgeone.purge.ui.history.HistoryViewModel;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.purge.PurgeViewModel;
import edgeone.purge.ui.shell.run.JournalCount;
import edgeone.purge.ui.shell.run.Leftovers;
import edgeone.purge.ui.shell.run.Runs;
import edgeone.purge.ui.shell.session.Session;
import edgeone.purge.ui.shell.session.SignedIn;
import edgeone.purge.ui.shell.sync.Syncs;
import edgeone.purge.ui.zones.ZoneBook;
import edgeone.purge.zones.ZoneMemory;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** The view models of a window over a live console, without JavaFX running. */
public final class Desk {
    private final LiveConsole live;
    public final Session session;
    public final Runs runs;
    public final Syncs syncs;
    public final Leftovers leftovers;
    public final JournalCount journal;
    public final PurgeViewModel purge;
    public final HistoryViewModel history;

    /** Runs everything on the caller's thread, before a call returns. */
    public Desk(LiveConsole live) {
        this(live, new Tasks(Runnable::run, Runnable::run));
    }

    public Desk(LiveConsole live, Tasks tasks) {
        this(live, tasks, null);
    }

    /**
     * @param memory what the window remembers of zones; null for nothing
     */
    public Desk(LiveConsole live, Tasks tasks, @Nullable ZoneMemory memory) {
        this.live = live;
        session = new Session(live.engine(), tasks, LiveConsole.CLOCK, new ZoneBook(memory, tasks));
        runs = new Runs(live.engine(), tasks, LiveConsole.CLOCK);
        journal = new JournalCount(live.history(), runs, tasks);
        syncs = new Syncs(live.engine(), session, tasks, LiveConsole.CLOCK);
        leftovers = new Leftovers(live.history(), session, runs, tasks);
        purge =
                new PurgeViewModel(
                        live.engine(),
                        live.history(),
                        session,
                        runs,
                        tasks,
                        GuardSettings.STANDARD);
        history =
                new HistoryViewModel(
                        live.history(),
                        new Histories(live.history(), Optional::empty),
                        live.engine(),
                        session,
                        runs,
                        syncs,
                        tasks,
                        LiveConsole.CLOCK,
                        GuardSettings.STANDARD);
    }

    public Desk signIn() {
        session.open(() -> new SignedIn(live.connection(), "", "#8250df"), "");
        return this;
    }
}
