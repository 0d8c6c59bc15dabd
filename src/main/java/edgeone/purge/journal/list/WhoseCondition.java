package edgeone.purge.journal.list;

import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.FoldedName;
import edgeone.purge.model.query.Whose;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A condition on the rows of {@link JobRows#SELECT}: whose jobs to read.
 *
 * @param sql a condition
 * @param values its parameters, numbered after those before it
 */
record WhoseCondition(String sql, List<String> values) {

    /**
     * The condition.
     *
     * @param first number of its first parameter
     */
    static WhoseCondition of(Connection c, Whose whose, int first) throws SQLException {
        return switch (whose) {
            case Whose.Everybody _ -> new WhoseCondition("1", List.of());
            case Whose.Account(String id, String name) ->
                    new WhoseCondition(
                            "(account_id = ?%d OR account_id IS NULL AND account = ?%d)"
                                    .formatted(first, first + 1),
                            List.of(id, name));
            case Whose.Named(String name) -> in(spellings(c, name), first);
        };
    }

    private static WhoseCondition in(List<String> names, int first) {
        String list =
                IntStream.range(0, names.size())
                        .mapToObj(i -> "?" + (first + i))
                        .collect(Collectors.joining(", ", "(", ")"));
        return new WhoseCondition(
                "(account IN "
                        + list
                        + " OR account_id IN (SELECT id FROM account WHERE name IN "
                        + list
                        + "))",
                names);
    }

    /** The names in the journal that look like {@code name} to a reader. */
    private static List<String> spellings(Connection c, String name) throws SQLException {
        FoldedName wanted = FoldedName.of(name);
        return Sql.list(
                        c,
                        r -> r.getString(1),
                        "SELECT DISTINCT account FROM job UNION SELECT name FROM account")
                .stream()
                .filter(n -> FoldedName.of(n).equals(wanted))
                .toList();
    }
}
