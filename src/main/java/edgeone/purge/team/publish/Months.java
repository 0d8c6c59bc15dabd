package edgeone.purge.team.publish;

import edgeone.purge.journal.outbox.OutboxEntry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Has the partitions made that entries and their jobs go to. */
final class Months {
    private final Connection connection;
    private final Set<YearMonth> made = new HashSet<>();

    Months(Connection connection) {
        this.connection = connection;
    }

    /** Makes what is missing; returns whether it had to ask, which ends the transaction. */
    boolean make(List<OutboxEntry> entries) throws SQLException {
        Set<YearMonth> missing = new TreeSet<>();
        entries.stream()
                .flatMap(e -> Stream.of(e.entry().at(), e.jobAt()))
                .filter(Objects::nonNull)
                .map(Months::month)
                .filter(m -> !made.contains(m))
                .forEach(missing::add);
        if (missing.isEmpty()) {
            return false;
        }
        connection.rollback();
        for (YearMonth month : missing) {
            try (PreparedStatement make = connection.prepareStatement("SELECT make_month(?)")) {
                make.setTimestamp(
                        1, Timestamp.from(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
                make.execute();
            }
            connection.commit();
        }
        made.addAll(missing);
        return true;
    }

    private static YearMonth month(long millis) {
        return YearMonth.from(Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC));
    }
}
