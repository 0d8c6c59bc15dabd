package edgeone.purge.team.publish;

import edgeone.purge.team.db.TeamTrouble;
import edgeone.purge.team.db.TeamTrouble.Kind;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Compares this machine's clock with that of the database. */
public final class ClockCheck {
    private static final Duration BEARABLE = Duration.ofMinutes(5);

    private ClockCheck() {}

    /** A warning if the clocks differ by more than five minutes; null if not. */
    public static @Nullable TeamTrouble of(Connection connection, Clock clock) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint")) {
            row.next();
            Duration off = Duration.between(Instant.ofEpochMilli(row.getLong(1)), clock.instant());
            return off.abs().compareTo(BEARABLE) <= 0
                    ? null
                    : new TeamTrouble(
                            Kind.CLOCK,
                            (off.isNegative() ? "-" : "+") + off.abs().plusSeconds(30).toMinutes());
        }
    }
}
