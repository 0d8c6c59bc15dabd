package edgeone.purge.journal;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.BatchRows;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.Origin;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetState;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What left a short while ago. Looks only at the jobs of one zone and type of the last days. */
public final class RecentRepository {
    /** A job may be sent on by a later resume. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(2);

    private final Journal journal;

    public RecentRepository(Journal journal) {
        this.journal = journal;
    }

    /**
     * A target that left.
     *
     * @param at when its request was sent last
     * @param foreign whether somebody else submitted it; its times are EdgeOne's then
     * @param endedAt when the last target of its job became final; null while one is not
     */
    public record Sent(
            String target,
            TargetState state,
            boolean foreign,
            Instant at,
            @Nullable Instant endedAt) {}

    /** The targets of requests to a zone sent since {@code since}, of every account. */
    public List<Sent> sent(String endpoint, String zoneId, PurgeType type, Instant since) {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                r ->
                                        new Sent(
                                                r.getString("target"),
                                                TargetState.ofLabel(r.getString("state"))
                                                        .orElseThrow(),
                                                r.getString("origin")
                                                        .equals(Origin.ELSEWHERE.label()),
                                                Instant.ofEpochMilli(r.getLong("sent_at")),
                                                Sql.instant(r, "ended_at")),
                                "SELECT target, target.state, origin, sent_at, ended_at FROM job"
                                        + " INDEXED BY job_zone JOIN batch ON batch.job_id = job.id"
                                        + " JOIN "
                                        + BatchRows.TARGETS
                                        + " ON target.job_id = job.id AND target.batch = n WHERE"
                                        + " zone_id = ? AND type = ? AND created_at >= ? AND"
                                        + " endpoint = ? AND sent_at >= ? AND target.state IN"
                                        + " ('accepted', 'processing', 'unknown', 'succeeded')",
                                zoneId,
                                type.wireName(),
                                since.minus(LONGEST_WAIT),
                                endpoint,
                                since));
    }
}
