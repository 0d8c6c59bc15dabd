package edgeone.purge.journal;

import edgeone.purge.journal.chain.EntryKind;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.rows.ChainRows;
import edgeone.purge.journal.sql.Sql;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The accounts the journal knows: their IDs and last known names, so that a job is shown under its
 * account's current name, even after the account was removed.
 */
public final class AccountRepository {
    private final Journal journal;

    public AccountRepository(Journal journal) {
        this.journal = journal;
    }

    /**
     * An account as it is now.
     *
     * @param id its ID, which does not change when it is renamed
     * @param keyFingerprint fingerprint of its SecretId; null if jobs recorded by an earlier
     *     version cannot be attributed to it and stay as they are
     */
    public record Known(String id, String name, @Nullable String keyFingerprint) {}

    /**
     * Stores current names, and sets the account of jobs recorded by an earlier version if name and
     * key match one in {@code accounts}. Writes nothing if nothing changed.
     */
    public void know(List<Known> accounts) {
        List<Known> changed =
                journal.read(
                        c -> {
                            List<Known> found = new ArrayList<>();
                            for (Known account : accounts) {
                                if (isNews(c, account)) {
                                    found.add(account);
                                }
                            }
                            return found;
                        });
        if (!changed.isEmpty()) {
            journal.change(
                    c -> {
                        for (Known account : changed) {
                            keep(c, account);
                        }
                    });
        }
    }

    private static boolean isNews(Connection c, Known account) throws SQLException {
        return Sql.count(
                        c,
                        "SELECT NOT EXISTS (SELECT 1 FROM account WHERE id = ?1 AND name = ?2) OR"
                                + " EXISTS (SELECT 1 FROM job WHERE account_id IS NULL AND account"
                                + " = ?2 AND key_fingerprint = ?3)",
                        account.id(),
                        account.name(),
                        account.keyFingerprint())
                == 1;
    }

    private static void keep(Connection c, Known account) throws SQLException {
        Sql.update(
                c,
                "INSERT INTO account (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name ="
                        + " excluded.name",
                account.id(),
                account.name());
        int given =
                Sql.update(
                        c,
                        "UPDATE job SET account_id = ? WHERE account_id IS NULL AND account = ? AND"
                                + " key_fingerprint = ?",
                        account.id(),
                        account.name(),
                        account.keyFingerprint());
        if (given > 0) {
            Chain.append(
                    c,
                    Instant.now(),
                    EntryKind.ACCOUNT,
                    null,
                    null,
                    ChainRows.account(account.id(), account.name(), account.keyFingerprint()));
        }
    }

    /** Stores the name of an account seen for the first time; a known one is renamed elsewhere. */
    static void meet(Connection c, @Nullable String id, String name) throws SQLException {
        if (id != null) {
            Sql.update(
                    c,
                    "INSERT INTO account (id, name) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
                    id,
                    name);
        }
    }
}
