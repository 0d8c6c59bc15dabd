package edgeone.purge.team.read;

import edgeone.purge.model.Job;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.Origin;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.Provenance;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetCounts;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Jobs as they stand in the database. Nobody resumes a job from there. */
final class JobRow {
    /**
     * Comes before some jobs called {@code job} and {@link #MACHINE}. Of a batch nothing may have
     * been told of its targets yet.
     */
    static final String SELECT =
            """
            SELECT job.*, coalesce(job.person, machine.os_user) AS who,
              coalesce(job.host, machine.host) AS machine_host,
              coalesce(job.program, machine.program) AS machine_program,
              CASE WHEN job.ended_at IS NULL THEN (SELECT coalesce(sum(CASE
                  WHEN states <> '{}' THEN coalesce((states ->> 'pending')::integer, 0)
                  WHEN state IN ('planned', 'sending') THEN targets ELSE 0 END), job.n_targets)
                FROM batch WHERE job_id = job.id AND created_at = job.created_at)
              ELSE 0 END AS n_pending, job.prefetch ->> 'mode' AS prefetch_mode,
              job.prefetch ->> 'headers' AS prefetch_headers,
              coalesce((job.prefetch ->> 'segments')::integer, 0) AS prefetch_segments
            """;

    static final String MACHINE = " JOIN machine ON machine.id = job.machine ";

    private JobRow() {}

    static JobSummary of(ResultSet row) throws SQLException {
        String domains = row.getString("tag_domains");
        String method = row.getString("method");
        PurgeType type = PurgeType.ofWireName(row.getString("type")).orElseThrow();
        Job job =
                new Job(
                                row.getString("id"),
                                Objects.requireNonNull(Query.instant(row, "created_at")),
                                row.getString("account"),
                                row.getString("account_id"),
                                row.getString("key_fingerprint"),
                                row.getString("endpoint"),
                                row.getString("zone_id"),
                                row.getString("zone_name"),
                                type,
                                method == null
                                        ? null
                                        : PurgeMethod.ofWireName(method).orElseThrow(),
                                domains.isEmpty() ? List.of() : List.of(domains.split("\n")),
                                row.getString("retry_of"))
                        .from(
                                new Provenance(
                                        Origin.HERE,
                                        row.getString("note"),
                                        row.getString("who"),
                                        row.getString("machine_host"),
                                        row.getString("machine_program"),
                                        row.getString("key_end"),
                                        row.getString("recipe")))
                        .prefetching(type.isPrefetch() ? prefetch(row) : PrefetchOptions.NONE);
        Instant ended = Query.instant(row, "ended_at");
        return new JobSummary(
                job,
                JobState.ofLabel(row.getString("state")).orElseThrow(),
                counts(row),
                ended,
                false,
                false);
    }

    private static PrefetchOptions prefetch(ResultSet row) throws SQLException {
        String mode = row.getString("prefetch_mode");
        return mode == null
                ? PrefetchOptions.NONE
                : new PrefetchOptions(
                        PrefetchOptions.Mode.ofWireName(mode).orElseThrow(),
                        headers(row.getString("prefetch_headers")),
                        row.getInt("prefetch_segments") == 1);
    }

    private static List<PrefetchOptions.Header> headers(@Nullable String lines) {
        return lines == null ? List.of() : lines.lines().map(PrefetchOptions.Header::of).toList();
    }

    private static TargetCounts counts(ResultSet row) throws SQLException {
        int total = row.getInt("n_targets");
        int succeeded = row.getInt("n_succeeded");
        int failed = row.getInt("n_failed");
        int rejected = row.getInt("n_rejected");
        int canceled = row.getInt("n_canceled");
        int unknown = row.getInt("n_unknown");
        int open = total - succeeded - failed - rejected - canceled - unknown;
        int pending = Math.min(open, row.getInt("n_pending"));
        return new TargetCounts(
                total, pending, open - pending, succeeded, failed, rejected, canceled, unknown);
    }
}
