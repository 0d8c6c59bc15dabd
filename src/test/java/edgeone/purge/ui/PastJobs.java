package edgeone.purge.ui;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.PurgeType;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Writes jobs of the last days into a journal, some of each type and with each outcome. */
final class PastJobs {
    private static final List<String> REASONS =
            List.of(
                    "domain not valid",
                    "domain not valid",
                    "domain not valid",
                    "task failed",
                    "the origin refused the connection while the object was fetched again");
    private static final int[] SIZES = {1, 2, 3, 5, 8, 20, 60};

    private final Random random = new Random(20_261_126);
    private final LocalDate today;
    private final Clock clock;
    private int written;

    PastJobs(Clock clock) {
        this.clock = clock;
        today = LocalDate.now(clock);
    }

    /**
     * Writes them into a home folder, all of one account and two zones.
     *
     * @param days how many days up to yesterday have any
     */
    void write(Path home, int days, String account, String zoneId) throws IOException {
        try (Journal journal = Journal.open(home, clock)) {
            journal.change(
                    c -> {
                        for (int back = days; back >= 1; back--) {
                            LocalDate day = today.minusDays(back);
                            int jobs = day.getDayOfWeek().getValue() > 5 ? 2 : 14;
                            for (int i = 0; i < jobs; i++) {
                                write(c, day, account, i % 4 == 3 ? "zone-other" : zoneId);
                            }
                        }
                    });
        }
    }

    private void write(Connection c, LocalDate day, String account, String zoneId)
            throws SQLException {
        Instant at =
                day.atStartOfDay(clock.getZone()).toInstant().plusSeconds(random.nextInt(86_000));
        PurgeType type =
                random.nextInt(3) > 0
                        ? PurgeType.URL
                        : PurgeType.values()[random.nextInt(PurgeType.values().length)];
        int size = type == PurgeType.ALL ? 1 : SIZES[random.nextInt(SIZES.length)];
        int failed = random.nextInt(4) == 0 ? random.nextInt(size + 1) : 0;
        int rejected = random.nextInt(6) == 0 ? (size - failed) / 2 : 0;
        String id = "past-" + written++;
        Duration took = Duration.ofMillis(4_000 + random.nextInt(9_000) * (1 + random.nextInt(6)));
        Sql.update(
                c,
                "INSERT INTO job (id, number, created_at, account, account_id, key_fingerprint,"
                        + " endpoint, zone_id, zone_name, type, tag_domains, n_targets, state,"
                        + " ended_at, n_succeeded, n_failed, n_rejected, n_canceled) VALUES"
                        + " (?,?,?,?,?,'f','demo',?,?,?,'',?,?,?,?,?,?,0)",
                id,
                written,
                at,
                account,
                account,
                zoneId,
                zoneId.equals("zone-other") ? "other.example.net" : "example.com",
                type.wireName(),
                size,
                failed + rejected == 0 ? "succeeded" : "partly_failed",
                at.plus(took),
                size - failed - rejected,
                failed,
                rejected);
        for (int i = 0; i < size; i++) {
            boolean bad = i < failed + rejected;
            Sql.update(
                    c,
                    "INSERT INTO target (job_id, position, batch, target, state, reason) VALUES"
                            + " (?,?,1,?,?,?)",
                    id,
                    i + 1,
                    "https://www.example.com/" + i,
                    i < failed ? "failed" : bad ? "rejected" : "succeeded",
                    bad ? REASONS.get(random.nextInt(REASONS.size())) : null);
        }
    }
}
