package edgeone.purge.app.wiring;

import edgeone.purge.history.SharedHistory;
import edgeone.purge.settings.Settings;
import edgeone.purge.settings.TeamSetting;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.desk.TeamAccess;
import edgeone.purge.team.read.TeamHistory;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Supplier;

/** The history in the team's database that is set now. Thread-safe. */
final class EveryonesHistory implements AutoCloseable {
    private final Supplier<Settings> settings;
    private final TeamAccess access;
    private @Nullable TeamSetting of;
    private @Nullable TeamHistory history;

    EveryonesHistory(Supplier<Settings> settings, TeamAccess access) {
        this.settings = settings;
        this.access = access;
    }

    /** The same for as long as the same database is set. Does not block. */
    synchronized Optional<SharedHistory> now() {
        TeamSetting set = settings.get().team();
        if (set == null || !set.isSameDatabase(of)) {
            leave();
            of = set;
            history = set == null ? null : open();
        }
        return Optional.ofNullable(history);
    }

    private @Nullable TeamHistory open() {
        TeamDatabase asking = access.database().orElse(null);
        return asking == null ? null : new TeamHistory(asking, access.quietly().orElse(asking));
    }

    /** Closing its connections may take a while where the server is gone. */
    private void leave() {
        TeamHistory left = history;
        history = null;
        if (left != null) {
            Thread.ofVirtual().name("team").start(left::close);
        }
    }

    @Override
    public synchronized void close() {
        if (history != null) {
            history.close();
        }
    }
}
