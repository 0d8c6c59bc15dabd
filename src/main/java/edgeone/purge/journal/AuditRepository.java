package edgeone.purge.journal;

import edgeone.purge.journal.chain.EntryKind;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.rows.ChainRows;
import edgeone.purge.journal.sql.Sql;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A record of exceptions granted: which safety level was lowered, and for how long. */
public final class AuditRepository {
    private final Journal journal;

    public AuditRepository(Journal journal) {
        this.journal = journal;
    }

    /**
     * One event.
     *
     * @param account the account's name then
     * @param accountId its ID, which does not change when it is renamed; null if an earlier version
     *     wrote the event
     * @param event what happened, as a constant of the code
     * @param detail for a reader of the journal; never a secret
     */
    public record Entry(
            Instant at, String account, @Nullable String accountId, String event, String detail) {}

    /** Records an event; it is on disk when this returns. */
    public void add(Entry entry) {
        journal.change(
                c -> {
                    Sql.update(
                            c,
                            "INSERT INTO audit (at, account, account_id, event, detail) VALUES (?,"
                                    + " ?, ?, ?, ?)",
                            entry.at(),
                            entry.account(),
                            entry.accountId(),
                            entry.event(),
                            entry.detail());
                    String row =
                            Sql.first(
                                    c,
                                    ChainRows::safety,
                                    "SELECT * FROM audit WHERE id = last_insert_rowid()");
                    Chain.append(
                            c,
                            entry.at(),
                            EntryKind.SAFETY,
                            null,
                            null,
                            Objects.requireNonNull(row));
                });
    }

    /** Every event, oldest first. */
    public List<Entry> all() {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                row ->
                                        new Entry(
                                                Instant.ofEpochMilli(row.getLong("at")),
                                                row.getString("account"),
                                                row.getString("account_id"),
                                                row.getString("event"),
                                                row.getString("detail")),
                                "SELECT at, account, account_id, event, detail FROM audit ORDER BY"
                                        + " id"));
    }
}
