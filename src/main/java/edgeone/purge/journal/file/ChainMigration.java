package edgeone.purge.journal.file;

import edgeone.purge.journal.chain.CanonicalJson;
import edgeone.purge.journal.chain.EntryKind;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.rows.ChainRows;
import edgeone.purge.journal.sql.Sql;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Begins the chain, with an entry for all that an earlier version wrote. */
final class ChainMigration {
    private static final int ID_BYTES = 16;

    private ChainMigration() {}

    static void run(Connection c, MigrationWatch watch) throws SQLException {
        Instant now = Instant.now();
        byte[] id = new byte[ID_BYTES];
        new SecureRandom().nextBytes(id);
        List<String> jobs =
                Sql.list(c, r -> r.getString(1), "SELECT id FROM job ORDER BY created_at, rowid");
        List<String> safety = Sql.list(c, ChainRows::safety, "SELECT * FROM audit ORDER BY id");
        Chain.append(
                c,
                now,
                EntryKind.START,
                null,
                null,
                new CanonicalJson()
                        .put("chain", HexFormat.of().formatHex(id))
                        .put("jobs", jobs.size())
                        .put("safety", safety.size())
                        .text());
        for (String content : safety) {
            Chain.append(c, now, EntryKind.SAFETY, null, null, content);
        }
        int done = 0;
        for (String job : jobs) {
            watch.told(MigrationWatch.Stage.CHAINING, done++, jobs.size());
            Chain.keep(c, now, job);
        }
    }

    /** Adds the verdicts that were there before the chain had entries for them. */
    static void verified(Connection c, MigrationWatch watch) throws SQLException {
        Instant now = Instant.now();
        List<String> jobs =
                Sql.list(
                        c,
                        r -> r.getString(1),
                        "SELECT job_id FROM verification WHERE after_at IS NOT NULL ORDER BY"
                                + " job_id");
        int done = 0;
        for (String job : jobs) {
            watch.told(MigrationWatch.Stage.CHAINING, done++, jobs.size());
            Chain.verified(c, now, job);
        }
    }
}
