package edgeone.purge.team.read;

import edgeone.purge.model.FoldedName;
import edgeone.purge.model.JobState;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.Whose;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A {@link JobFilter} without its text as a condition on rows of {@code job}. */
final class JobCondition {
    private JobCondition() {}

    /** The condition, without the states as well. */
    static Query withoutStates(Connection connection, JobFilter filter) throws SQLException {
        Query all = whose(connection, filter.whose());
        Instant since = filter.since();
        if (since != null) {
            all.add(" AND job.created_at >= ?", since);
        }
        Instant until = filter.until();
        if (until != null) {
            all.add(" AND job.created_at < ?", until);
        }
        if (!filter.types().isEmpty()) {
            all.add(" AND type IN ")
                    .addList(filter.types().stream().map(PurgeType::wireName).sorted().toList());
        }
        String zone = filter.zone();
        if (zone != null) {
            all.add(
                    " AND (zone_id = ? OR lower(zone_name COLLATE \"C\") = lower(? COLLATE \"C\"))",
                    zone,
                    zone);
        }
        if (filter.origin() != null) {
            // Each console reads what was purged elsewhere by itself; it is not in the database.
            all.add(
                    switch (filter.origin()) {
                        case HERE -> "";
                        case ELSEWHERE -> " AND false";
                    });
        }
        return all;
    }

    /** The condition. */
    static Query of(Connection connection, JobFilter filter) throws SQLException {
        Query all = withoutStates(connection, filter);
        if (!filter.states().isEmpty()) {
            all.add(" AND job.state IN ")
                    .addList(filter.states().stream().map(JobState::label).sorted().toList());
        }
        return all;
    }

    private static Query whose(Connection connection, Whose whose) throws SQLException {
        return switch (whose) {
            case Whose.Everybody _ -> Query.of("true");
            case Whose.Account(String id, String name) ->
                    Query.of("(account_id = ? OR account_id IS NULL AND account = ?)", id, name);
            case Whose.Named(String name) ->
                    Query.of("account IN ").addList(spellings(connection, name));
        };
    }

    /** The names in the database that look like {@code name} to a reader. */
    private static List<String> spellings(Connection connection, String name) throws SQLException {
        FoldedName wanted = FoldedName.of(name);
        return Query.of("SELECT DISTINCT account FROM job")
                .list(connection, row -> row.getString(1))
                .stream()
                .filter(found -> FoldedName.of(found).equals(wanted))
                .toList();
    }
}
