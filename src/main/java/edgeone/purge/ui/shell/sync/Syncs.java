package edgeone.purge.ui.shell.sync;

import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.model.Zone;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Brings what others purged into the history: when a zone is opened, at most once in {@link
 * #SELDOM}, and whenever it is asked for. One zone at a time; another zone or account stops it
 * after the window it is reading, and it goes on from there when the zone is opened again.
 */
public final class Syncs {
    static final Duration SELDOM = Duration.ofMinutes(5);

    private final PurgeEngine engine;
    private final Session session;
    private final Tasks tasks;
    private final Clock clock;
    private final Map<Opened, Instant> begun = new HashMap<>();
    private final ReadOnlyObjectWrapper<SyncState> state =
            new ReadOnlyObjectWrapper<>(SyncState.NONE);
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private @Nullable Running running;
    private long newest;

    private record Opened(String endpoint, String zoneId) {}

    private record Running(long number, Opened zone, RunControl control) {}

    public Syncs(PurgeEngine engine, Session session, Tasks tasks, Clock clock) {
        this.engine = engine;
        this.session = session;
        this.tasks = tasks;
        this.clock = clock;
        // Then EdgeOne has answered about the zone that is chosen.
        session.factsFreshProperty().subscribe(_ -> opened());
        session.signedInProperty().subscribe((_, _) -> stop());
    }

    private void opened() {
        Connection connection = session.connection();
        Zone zone = session.zoneProperty().get();
        if (!session.factsFreshProperty().get() || connection == null || zone == null) {
            return;
        }
        Instant last = begun.get(new Opened(connection.endpoint(), zone.zoneId()));
        if (last == null || last.plus(SELDOM).isBefore(clock.instant())) {
            begin(connection, zone, false);
        }
    }

    /** Reads what others purged in the zone that is chosen, now. */
    public void ask() {
        Connection connection = session.connection();
        Zone zone = session.zoneProperty().get();
        if (connection != null && zone != null) {
            begin(connection, zone, true);
        }
    }

    /** Stops it after the window it is reading. */
    private void stop() {
        Running now = running;
        if (now != null) {
            now.control().keep();
            begun.remove(now.zone());
            newest++;
            running = null;
            state.set(SyncState.NONE);
        }
    }

    private void begin(Connection connection, Zone zone, boolean asked) {
        stop();
        newest++;
        Running mine =
                new Running(
                        newest, new Opened(connection.endpoint(), zone.zoneId()), new RunControl());
        running = mine;
        begun.put(mine.zone(), clock.instant());
        state.set(new SyncState(true, asked, null, null));
        tasks.run(
                () -> engine.sync(connection, zone, null, mine.control()),
                report -> ended(mine, new SyncState(false, asked, report, report.trouble())),
                trouble -> ended(mine, new SyncState(false, asked, null, trouble)));
    }

    private void ended(Running of, SyncState end) {
        revision.set(revision.get() + 1);
        if (of.number() == newest) {
            running = null;
            state.set(end);
        }
    }

    public ReadOnlyObjectProperty<SyncState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Increases whenever the journal may have changed. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }
}
