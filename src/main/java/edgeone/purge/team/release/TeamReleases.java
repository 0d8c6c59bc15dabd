package edgeone.purge.team.release;

import edgeone.purge.engine.release.Asker;
import edgeone.purge.engine.release.NoReleaseException;
import edgeone.purge.engine.release.Release;
import edgeone.purge.engine.release.Releases;
import edgeone.purge.engine.release.WidePurge;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamTrouble;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Asks a second person through the team's database. Thread-safe. */
public final class TeamReleases implements Releases {
    private final Supplier<Optional<TeamDatabase>> team;
    private final IntSupplier minutes;

    /**
     * @param team the database as it is set now
     * @param minutes how long a request waits, and a release after it; 1 to 1,440
     */
    public TeamReleases(Supplier<Optional<TeamDatabase>> team, IntSupplier minutes) {
        this.team = team;
        this.minutes = minutes;
    }

    @Override
    public Release ask(WidePurge purge, Asker asker, boolean anew) throws NoReleaseException {
        RequestTable table = table();
        try {
            return table.ask(PlanJson.of(purge), minutes.getAsInt(), asker, anew);
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    @Override
    public void take(List<Taking> takings) throws NoReleaseException {
        RequestTable table = table();
        try {
            table.take(takings);
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    private RequestTable table() throws NoReleaseException {
        return new RequestTable(team.get().orElseThrow(() -> new NoReleaseException("")));
    }

    private static NoReleaseException trouble(SQLException e) {
        TeamTrouble trouble = TeamTrouble.of(e);
        NoReleaseException unasked =
                new NoReleaseException(trouble.kind().label() + ": " + trouble.detail());
        unasked.initCause(e);
        return unasked;
    }
}
