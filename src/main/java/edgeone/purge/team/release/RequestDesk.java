package edgeone.purge.team.release;

import edgeone.purge.engine.release.Release.State;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.release.ReleaseException.Problem;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The requests of a team, to look at and to decide. Thread-safe. */
public final class RequestDesk {
    private final Supplier<Optional<TeamDatabase>> team;

    /**
     * @param team the database as it is set now
     */
    public RequestDesk(Supplier<Optional<TeamDatabase>> team) {
        this.team = team;
    }

    /** Whether there is a team. */
    public boolean isSet() {
        return team.get().isPresent();
    }

    /** Those that wait for a release or were released and not sent yet, oldest first. */
    public List<PurgeRequest> open() throws ReleaseException {
        RequestTable table = table();
        try {
            return table.open();
        } catch (SQLException e) {
            throw ReleaseException.of(e, "");
        }
    }

    /**
     * One request.
     *
     * @param id as it was typed
     */
    public PurgeRequest find(String id) throws ReleaseException {
        RequestTable table = table();
        if (!id.matches("\\d{1,18}")) {
            throw new ReleaseException(Problem.UNKNOWN, id);
        }
        try {
            return table.find(Long.parseLong(id))
                    .orElseThrow(() -> new ReleaseException(Problem.UNKNOWN, id));
        } catch (SQLException e) {
            throw ReleaseException.of(e, id);
        }
    }

    /** Releases exactly what {@code request} shows. */
    public void release(PurgeRequest request) throws ReleaseException {
        decide(request, State.RELEASED);
    }

    /** Declines a request, also one of one's own, or one that is released and not sent yet. */
    public void decline(PurgeRequest request) throws ReleaseException {
        decide(request, State.DECLINED);
    }

    private void decide(PurgeRequest request, State decision) throws ReleaseException {
        RequestTable table = table();
        try {
            table.decide(Long.parseLong(request.id()), PlanJson.hash(request.plan()), decision);
        } catch (SQLException e) {
            throw ReleaseException.of(e, request.id());
        }
    }

    private RequestTable table() throws ReleaseException {
        return new RequestTable(
                team.get().orElseThrow(() -> new ReleaseException(Problem.NO_TEAM, "")));
    }
}
