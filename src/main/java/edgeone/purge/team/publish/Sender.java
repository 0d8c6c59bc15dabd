package edgeone.purge.team.publish;

import edgeone.purge.journal.outbox.OutboxEntry;
import edgeone.purge.journal.outbox.OutboxRow;
import edgeone.purge.journal.outbox.Snapshot;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Sends entries and their rows, many in one statement. Rows that are there already are left. */
final class Sender {
    /** Targets of a larger job go ahead of its entry, in transactions of this size. */
    private static final int ROWS = 5_000;

    private static final String TIME =
            "timestamptz '1970-01-01 00:00:00Z' + %s * interval '1 millisecond'";

    private static final String ENTRIES =
            """
            INSERT INTO entry (machine, n, at, kind, job_id, batch, job_at, content, previous, hash, detail)
            SELECT ?::uuid, n, %s, kind, job_id, batch, %s, content, decode(previous, 'hex'),
              decode(hash, 'hex'), detail::jsonb
            FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::integer[], ?::bigint[], ?::text[],
              ?::text[], ?::text[], ?::text[])
              AS e (n, at, kind, job_id, batch, job_at, content, previous, hash, detail)
            ORDER BY n
            """
                    .formatted(TIME.formatted("at"), TIME.formatted("job_at"));

    private static final String TARGETS =
            """
            INSERT INTO target (job_id, created_at, position, batch, target)
            SELECT ?, %s, position, batch, target
            FROM unnest(?::integer[], ?::integer[], ?::text[]) AS t (position, batch, target)
            ORDER BY position
            ON CONFLICT DO NOTHING
            """
                    .formatted(TIME.formatted("?"));

    /** Only what is not the same as before; targets of which nothing came yet have no result. */
    private static final String RESULTS =
            """
            INSERT INTO result (job_id, created_at, position, n, batch, state, code, reason)
            SELECT j.id, j.at, t.position, j.n, t.batch, t.state, t.code, t.reason
            FROM (SELECT ? AS id, %s AS at, ?::bigint AS n) AS j
            CROSS JOIN unnest(?::integer[], ?::integer[], ?::text[], ?::text[], ?::text[])
              AS t (position, batch, state, code, reason)
            LEFT JOIN LATERAL (SELECT state, code, reason FROM result AS r
              WHERE r.job_id = j.id AND r.created_at = j.at AND r.position = t.position
              ORDER BY r.n DESC LIMIT 1) AS was ON true
            WHERE (coalesce(was.state, 'pending'), was.code, was.reason) IS DISTINCT FROM (t.state, t.code, t.reason)
            ORDER BY t.position
            ON CONFLICT DO NOTHING
            """
                    .formatted(TIME.formatted("?"));

    private final Connection connection;
    private final String machine;
    private final Snapshot snapshot;

    Sender(Connection connection, String machine, Snapshot snapshot) {
        this.connection = connection;
        this.machine = machine;
        this.snapshot = snapshot;
    }

    /** PostgreSQL holds no NUL in a text. */
    static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    private static @Nullable String cleanOrNull(@Nullable String text) {
        return text == null ? null : clean(text);
    }

    /**
     * Sends the targets of large jobs, so that the transaction of their entry stays small and a
     * broken connection costs little.
     *
     * @return whether there were any, which ends the transaction
     */
    boolean sendsAhead(List<OutboxEntry> entries, BooleanSupplier stopped) throws SQLException {
        boolean any = false;
        for (OutboxEntry entry : entries) {
            if (entry.rows().withTargets() && entry.amount() > ROWS) {
                any |= sendsAhead(entry, stopped);
            }
        }
        return any;
    }

    private boolean sendsAhead(OutboxEntry entry, BooleanSupplier stopped) throws SQLException {
        String job = Objects.requireNonNull(entry.entry().job());
        int there = lastPosition(entry, job);
        boolean any = false;
        while (!stopped.getAsBoolean()) {
            List<OutboxRow> rows = snapshot.targets(job, there, ROWS);
            if (rows.isEmpty()) {
                return any;
            }
            targets(entry, job, rows);
            connection.commit();
            there = rows.getLast().position();
            any = true;
        }
        return true;
    }

    /** Targets are sent in order, so those before the last one are there. */
    private int lastPosition(OutboxEntry entry, String job) throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement(
                        "SELECT coalesce(max(position), 0) FROM target WHERE job_id = ? AND"
                                + " created_at = "
                                + TIME.formatted("?"))) {
            find.setString(1, job);
            find.setLong(2, Objects.requireNonNull(entry.jobAt()));
            try (ResultSet row = find.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Adds entries that follow each other, with their rows. */
    void entries(List<OutboxEntry> entries) throws SQLException {
        for (OutboxEntry entry : entries) {
            if (entry.rows().withTargets() && entry.amount() <= ROWS) {
                String job = Objects.requireNonNull(entry.entry().job());
                targets(entry, job, snapshot.targets(job, lastPosition(entry, job), ROWS));
            }
        }
        chain(entries);
        for (OutboxEntry entry : entries) {
            if (entry.rows().withResults()) {
                results(entry);
            }
        }
    }

    private void chain(List<OutboxEntry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ENTRIES)) {
            insert.setString(1, machine);
            Arrays arrays = new Arrays(insert, 2);
            arrays.set("bigint", entries, e -> e.entry().n());
            arrays.set("bigint", entries, e -> e.entry().at());
            arrays.set("text", entries, e -> clean(e.entry().kind()));
            arrays.set("text", entries, e -> cleanOrNull(e.entry().job()));
            arrays.set("integer", entries, e -> batch(e.entry().batch()));
            arrays.set("bigint", entries, OutboxEntry::jobAt);
            arrays.set("text", entries, e -> clean(e.entry().content()));
            arrays.set("text", entries, e -> e.entry().previous());
            arrays.set("text", entries, OutboxEntry::hash);
            arrays.set("text", entries, e -> cleanOrNull(e.detail()));
            insert.executeUpdate();
        }
    }

    private static @Nullable Integer batch(@Nullable Long n) {
        return n == null ? null : n.intValue();
    }

    private void targets(OutboxEntry entry, String job, List<OutboxRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(TARGETS)) {
            insert.setString(1, job);
            insert.setLong(2, Objects.requireNonNull(entry.jobAt()));
            Arrays arrays = new Arrays(insert, 3);
            arrays.set("integer", rows, OutboxRow::position);
            arrays.set("integer", rows, OutboxRow::batch);
            arrays.set("text", rows, r -> clean(r.target()));
            insert.executeUpdate();
        }
    }

    private void results(OutboxEntry entry) throws SQLException {
        String job = Objects.requireNonNull(entry.entry().job());
        Long batch = entry.entry().batch();
        if (batch != null) {
            results(entry, job, snapshot.batch(job, batch));
            return;
        }
        int last = 0;
        for (List<OutboxRow> rows = snapshot.targets(job, last, ROWS);
                !rows.isEmpty();
                rows = snapshot.targets(job, last, ROWS)) {
            results(entry, job, rows);
            last = rows.getLast().position();
        }
    }

    private void results(OutboxEntry entry, String job, List<OutboxRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RESULTS)) {
            insert.setString(1, job);
            insert.setLong(2, Objects.requireNonNull(entry.jobAt()));
            insert.setLong(3, entry.entry().n());
            Arrays arrays = new Arrays(insert, 4);
            arrays.set("integer", rows, OutboxRow::position);
            arrays.set("integer", rows, OutboxRow::batch);
            arrays.set("text", rows, r -> clean(r.state()));
            arrays.set("text", rows, r -> cleanOrNull(r.code()));
            arrays.set("text", rows, r -> cleanOrNull(r.reason()));
            insert.executeUpdate();
        }
    }

    /** Sets one array after the other. */
    private static final class Arrays {
        private final PreparedStatement statement;
        private int next;

        Arrays(PreparedStatement statement, int first) {
            this.statement = statement;
            this.next = first;
        }

        <T> void set(String type, List<T> rows, Function<T, @Nullable Object> value)
                throws SQLException {
            statement.setArray(
                    next++,
                    statement
                            .getConnection()
                            .createArrayOf(type, rows.stream().map(value).toArray()));
        }
    }
}
