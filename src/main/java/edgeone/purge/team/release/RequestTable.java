package edgeone.purge.team.release;

import edgeone.purge.engine.release.Asker;
import edgeone.purge.engine.release.Release;
import edgeone.purge.engine.release.Releases.Taking;
import edgeone.purge.team.db.TeamDatabase;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The requests in the team's database. Each call opens a connection and closes it. */
final class RequestTable {
    private static final int ANSWER_SECONDS = 5;

    private final TeamDatabase database;

    RequestTable(TeamDatabase database) {
        this.database = database.answeringWithin(ANSWER_SECONDS);
    }

    Release ask(String plan, int minutes, Asker asker, boolean anew) throws SQLException {
        try (Connection connection = database.open()) {
            long id;
            try (PreparedStatement ask =
                    connection.prepareStatement("SELECT request_ask(?, ?, ?, ?, ?, ?, ?)")) {
                ask.setString(1, plan);
                ask.setInt(2, minutes);
                ask.setString(3, storable(asker.person()));
                ask.setString(4, storable(asker.host()));
                ask.setString(5, storable(asker.account()));
                ask.setString(6, storable(asker.note()));
                ask.setBoolean(7, anew);
                ResultSet row = ask.executeQuery();
                row.next();
                id = row.getLong(1);
            }
            try (PreparedStatement read =
                    connection.prepareStatement(
                            "SELECT id, state_now, decided_by, until, job_id FROM request_now"
                                    + " WHERE id = ?")) {
                read.setLong(1, id);
                ResultSet row = read.executeQuery();
                row.next();
                return new Release(
                        row.getString(1),
                        state(row.getString(2)),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5));
            }
        }
    }

    void take(List<Taking> takings) throws SQLException {
        try (Connection connection = database.open();
                PreparedStatement take =
                        connection.prepareStatement("SELECT request_take(?, ?, ?)")) {
            take.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint",
                            takings.stream().map(t -> Long.valueOf(t.request())).toArray()));
            take.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea",
                            takings.stream()
                                    .map(t -> PlanJson.hash(PlanJson.of(t.purge())))
                                    .toArray()));
            take.setArray(
                    3,
                    connection.createArrayOf(
                            "text", takings.stream().map(Taking::jobId).toArray()));
            take.execute();
        }
    }

    /** Those that wait or are released, oldest first, as far as this program can read them. */
    List<PurgeRequest> open() throws SQLException {
        return read("state_now IN ('waiting', 'released') ORDER BY id LIMIT 1000", null);
    }

    Optional<PurgeRequest> find(long id) throws SQLException {
        return read("id = ?", id).stream().findFirst();
    }

    void decide(long id, byte[] hash, Release.State decision) throws SQLException {
        try (Connection connection = database.open();
                PreparedStatement decide =
                        connection.prepareStatement("SELECT request_decide(?, ?, ?)")) {
            decide.setLong(1, id);
            decide.setBytes(2, hash);
            decide.setString(3, decision.name().toLowerCase(Locale.ROOT));
            decide.execute();
        }
    }

    private List<PurgeRequest> read(String where, @Nullable Long id) throws SQLException {
        try (Connection connection = database.open();
                PreparedStatement read =
                        connection.prepareStatement(
                                "SELECT id, plan, asked_by, mine, asked_at, until, state_now,"
                                        + " decided_by, person, host, account, note FROM"
                                        + " request_now WHERE "
                                        + where)) {
            if (id != null) {
                read.setLong(1, id);
            }
            ResultSet row = read.executeQuery();
            List<PurgeRequest> found = new ArrayList<>();
            while (row.next()) {
                request(row).ifPresent(found::add);
            }
            return found;
        }
    }

    private static Optional<PurgeRequest> request(ResultSet row) throws SQLException {
        String plan = row.getString(2);
        var purge = PlanJson.read(plan);
        if (purge.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new PurgeRequest(
                        row.getString(1),
                        purge.get(),
                        plan,
                        row.getString(3),
                        row.getBoolean(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        state(row.getString(7)),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12)));
    }

    private static Release.State state(String state) {
        return Release.State.valueOf(state.toUpperCase(Locale.ROOT));
    }

    /** PostgreSQL stores every character but this one. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }
}
