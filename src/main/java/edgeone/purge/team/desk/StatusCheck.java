package edgeone.purge.team.desk;

import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.settings.Settings;
import edgeone.purge.settings.TeamSetting;
import edgeone.purge.team.db.TeamDatabase;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.function.Supplier;

/** Looks how a team's database and this machine stand. */
final class StatusCheck {
    private final Supplier<Settings> settings;
    private final Outbox outbox;
    private final Clock clock;

    StatusCheck(Supplier<Settings> settings, Outbox outbox, Clock clock) {
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * How they stand.
     *
     * @param database null where none is set
     * @param first done before the schema is checked
     */
    TeamStatus of(@Nullable TeamDatabase database, TeamTrial.Step first) {
        if (database == null) {
            return new TeamStatus(null, false, outbox.standing().machine(), 0, 0, null, null, null);
        }
        TeamTrial.Result found = TeamTrial.check(database, first, clock);
        outbox.attach(database.address().place());
        Outbox.Standing standing = outbox.standing();
        return new TeamStatus(
                database.address().toString(),
                found.isUsable(),
                standing.machine(),
                standing.pending(),
                standing.published(),
                found.schema(),
                releaseMinutes(),
                found.trouble());
    }

    private @Nullable Integer releaseMinutes() {
        TeamSetting set = settings.get().team();
        return set == null ? null : set.releaseMinutes();
    }
}
