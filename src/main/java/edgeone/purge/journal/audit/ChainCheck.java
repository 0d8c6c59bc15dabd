package edgeone.purge.journal.audit;

import edgeone.purge.journal.chain.ChainReport;
import edgeone.purge.journal.chain.ChainReport.Broken;
import edgeone.purge.journal.chain.Entry;
import edgeone.purge.journal.chain.EntryKind;
import edgeone.purge.journal.file.StoppedException;
import edgeone.purge.journal.prune.PruneRows;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.rows.ChainRows;
import edgeone.purge.journal.sql.Sql;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Checks the chain, entry by entry, and then the rows of the journal against it. Reads within one
 * transaction.
 */
public final class ChainCheck {
    private final Connection connection;
    private final @Nullable String wanted;
    private final BooleanSupplier stopped;
    private final Set<String> accounts = new HashSet<>();
    private final Map<String, Long> safety = new HashMap<>();
    private final Set<String> pruned = new HashSet<>();
    private long entries;
    private long next = 1;
    private String head = Entry.NOTHING;
    private boolean found;
    private @Nullable Broken broken;

    /**
     * @param wanted a hash the chain should hold; null for none
     * @param stopped asked now and then; true ends the check
     */
    public ChainCheck(Connection connection, @Nullable String wanted, BooleanSupplier stopped) {
        this.connection = connection;
        this.wanted = wanted;
        this.stopped = stopped;
    }

    /** Checks all of it. */
    public ChainReport check() throws SQLException {
        begin();
        Sql.each(connection, this::entry, "SELECT * FROM entry ORDER BY n");
        if (broken == null) {
            broken = entries == 0 ? new Broken.Entry(next) : brokenRows();
        }
        return new ChainReport(entries, head, broken, wanted == null ? null : found);
    }

    /** A chain whose oldest entries were removed says so in an entry, with the last hash. */
    private void begin() throws SQLException {
        Entry first = Sql.first(connection, Chain::entry, "SELECT * FROM entry ORDER BY n LIMIT 1");
        if (first != null && first.n() > 1) {
            String cut = PruneRows.cut(first.n() - 1, first.previous());
            for (String content :
                    Sql.list(
                            connection,
                            r -> r.getString(1),
                            "SELECT content FROM entry WHERE kind = 'prune' ORDER BY n DESC")) {
                if (PruneRows.says(content, cut)) {
                    next = first.n();
                    head = first.previous();
                    found = head.equals(wanted);
                    return;
                }
            }
        }
    }

    private void entry(ResultSet r) throws SQLException {
        Entry entry = Chain.entry(r);
        String hash = Chain.hex(r, "hash");
        found |= hash.equals(wanted);
        if (broken == null) {
            if (entry.n() != next) {
                broken = new Broken.Entry(Math.min(entry.n(), next));
            } else if (!entry.hash().equals(hash)) {
                broken = new Broken.Entry(next);
            } else if (!entry.previous().equals(head)) {
                // It fits its own hash, so the one before was changed.
                broken = new Broken.Entry(Math.max(1, next - 1));
            }
        }
        remember(entry);
        entries++;
        next++;
        head = hash;
        refuseStopped();
    }

    private void remember(Entry entry) {
        EntryKind kind = EntryKind.ofLabel(entry.kind()).orElse(null);
        if (kind == EntryKind.ACCOUNT) {
            accounts.add(entry.content());
        } else if (kind == EntryKind.SAFETY) {
            safety.put(entry.content(), entry.n());
        } else if (kind == EntryKind.PRUNE && entry.job() != null) {
            pruned.add(entry.job());
        }
    }

    private void refuseStopped() {
        if (stopped.getAsBoolean()) {
            throw new StoppedException();
        }
    }

    private @Nullable Broken brokenRows() throws SQLException {
        for (String job :
                Sql.list(
                        connection,
                        r -> r.getString(1),
                        "SELECT id FROM job ORDER BY created_at, id")) {
            refuseStopped();
            if (!new JobCheck(connection, job, accounts).isAsChained()) {
                return new Broken.Job(job);
            }
        }
        for (String job :
                Sql.list(
                        connection,
                        r -> r.getString(1),
                        "SELECT DISTINCT job_id FROM entry WHERE job_id IS NOT NULL AND job_id NOT"
                                + " IN (SELECT id FROM job) ORDER BY job_id")) {
            if (!pruned.contains(job)) {
                return new Broken.Job(job);
            }
        }
        for (String table : List.of("target", "batch")) {
            String stray =
                    Sql.first(
                            connection,
                            r -> r.getString(1),
                            "SELECT job_id FROM "
                                    + table
                                    + " WHERE job_id NOT IN (SELECT id FROM job) LIMIT 1");
            if (stray != null) {
                return new Broken.Job(stray);
            }
        }
        return brokenSafety();
    }

    private @Nullable Broken brokenSafety() throws SQLException {
        Map<String, Long> rows = new HashMap<>();
        Sql.each(
                connection,
                r -> rows.put(ChainRows.safety(r), r.getLong("id")),
                "SELECT * FROM audit ORDER BY id");
        for (Map.Entry<String, Long> row : rows.entrySet()) {
            if (!safety.containsKey(row.getKey())) {
                return new Broken.Safety(row.getValue());
            }
        }
        return safety.entrySet().stream()
                .filter(e -> !rows.containsKey(e.getKey()))
                .map(Map.Entry::getValue)
                .min(Long::compare)
                .map(Broken.Entry::new)
                .orElse(null);
    }
}
