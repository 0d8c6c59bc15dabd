package edgeone.purge.journal.list;

import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.query.JobFilter;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A {@link JobFilter} without its text and states as a condition on {@link JobRows#SELECT}.
 *
 * @param sql a condition
 * @param values its parameters, numbered on from those before it
 */
record JobCondition(String sql, List<Object> values) {

    /**
     * The condition.
     *
     * @param first number of its first parameter
     */
    static JobCondition of(Connection c, JobFilter filter, int first) throws SQLException {
        List<String> all = new ArrayList<>();
        WhoseCondition whose = WhoseCondition.of(c, filter.whose(), first);
        all.add(whose.sql());
        List<Object> values = new ArrayList<>(whose.values());
        Instant since = filter.since();
        if (since != null) {
            values.add(since.toEpochMilli());
            all.add("created_at >= ?" + (first + values.size() - 1));
        }
        Instant until = filter.until();
        if (until != null) {
            values.add(until.toEpochMilli());
            all.add("created_at < ?" + (first + values.size() - 1));
        }
        if (!filter.types().isEmpty()) {
            all.add(
                    filter.types().stream()
                            .map(PurgeType::wireName)
                            .sorted()
                            .collect(Collectors.joining("', '", "type IN ('", "')")));
        }
        if (filter.zone() != null) {
            values.add(filter.zone());
            String zone = "?" + (first + values.size() - 1);
            all.add("(zone_id = " + zone + " OR zone_name = " + zone + " COLLATE NOCASE)");
        }
        if (filter.origin() != null) {
            all.add("origin = '" + filter.origin().label() + "'");
        }
        return new JobCondition("(" + String.join(" AND ", all) + ")", values);
    }
}
