package edgeone.purge.journal;

import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.TargetState;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs as a whole: written, owned, claimed from the dead, canceled, finished. */
public final class JobRepository {
    /** Jobs with {@code account_now}, the account's last known name. */
    static final String SELECT =
            "SELECT job.*, coalesce((SELECT name FROM account WHERE account.id = job.account_id),"
                    + " job.account) AS account_now FROM job ";

    private final Journal journal;
    private final Owners owners;
    private final Clock clock;

    public JobRepository(Journal journal, Owners owners, Clock clock) {
        this.journal = journal;
        this.owners = owners;
        this.clock = clock;
    }

    /**
     * Writes a job with all its batches and targets, owned by this process. When this returns, the
     * job is on the disk.
     *
     * @param batches the targets of each batch; for a whole-zone purge one list that holds the
     *     zone's label
     */
    public void create(Job job, List<List<String>> batches) {
        createAll(Map.of(job, batches));
    }

    /**
     * Writes several jobs like {@link #create}: all of them, or none.
     *
     * @param jobs with the targets of their batches
     */
    public void createAll(Map<Job, List<List<String>>> jobs) {
        journal.change(
                c -> {
                    for (Map.Entry<Job, List<List<String>>> job : jobs.entrySet()) {
                        insert(c, job.getKey(), job.getValue());
                    }
                });
    }

    private void insert(Connection c, Job job, List<List<String>> batches) throws SQLException {
        Sql.update(
                c,
                "INSERT INTO job (id, created_at, account, account_id, key_fingerprint,"
                        + " endpoint, zone_id, zone_name, type, method, tag_domains,"
                        + " retry_of, owner) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                job.id(),
                job.createdAt(),
                job.account(),
                job.accountId(),
                job.keyFingerprint(),
                job.endpoint(),
                job.zoneId(),
                job.zoneName(),
                job.type().wireName(),
                job.method() == null ? null : job.method().wireName(),
                String.join("\n", job.tagDomains()),
                job.retryOf(),
                owners.id());
        AccountRepository.meet(c, job.accountId(), job.account());
        int position = 1;
        for (int n = 1; n <= batches.size(); n++) {
            List<String> targets = batches.get(n - 1);
            Sql.update(
                    c,
                    "INSERT INTO batch (job_id, n, state, targets) VALUES" + " (?,?,'planned',?)",
                    job.id(),
                    n,
                    targets.size());
            insertTargets(c, job.id(), n, position, targets);
            position += targets.size();
        }
    }

    private static void insertTargets(
            Connection c, String jobId, int n, int first, List<String> targets)
            throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "INSERT INTO target (job_id, position, batch, target, state)"
                                + " VALUES (?,?,?,?,'pending')")) {
            int position = first;
            for (String target : targets) {
                insert.setString(1, jobId);
                insert.setInt(2, position++);
                insert.setInt(3, n);
                insert.setString(4, target);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    public Optional<Job> find(String jobId) {
        return journal.read(
                c ->
                        Optional.ofNullable(
                                Sql.first(c, JobRepository::job, SELECT + "WHERE id = ?", jobId)));
    }

    /** Jobs with batches that are planned, sending or unknown, oldest first. */
    public List<Job> open() {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                JobRepository::job,
                                SELECT
                                        + "WHERE id IN (SELECT job_id FROM batch"
                                        + " WHERE state IN ('planned', 'sending', 'unknown'))"
                                        + " ORDER BY created_at, id"));
    }

    /** Jobs that EdgeOne still works on, oldest first. */
    public List<Job> unfinished() {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                JobRepository::job,
                                SELECT + "WHERE ended_at IS NULL ORDER BY created_at," + " id"));
    }

    /** Whether another living process is at work on the job. */
    public boolean ownedElsewhere(String jobId) {
        return isElsewhere(journal.read(c -> owner(c, jobId)));
    }

    private static Optional<String> owner(Connection c, String jobId) throws SQLException {
        return Optional.ofNullable(
                Sql.first(
                        c,
                        r -> r.getString(1),
                        "SELECT owner FROM job WHERE id = ? AND owner IS NOT NULL",
                        jobId));
    }

    private boolean isElsewhere(Optional<String> owner) {
        return owner.isPresent() && !owner.get().equals(owners.id()) && owners.isAlive(owner.get());
    }

    /** Takes the job over for this process; false where another living process is at work on it. */
    public boolean claim(String jobId) {
        return journal.write(
                c -> {
                    Optional<String> owner = owner(c, jobId);
                    if (isElsewhere(owner)) {
                        return false;
                    }
                    if (!owner.equals(Optional.of(owners.id()))) {
                        // It may have died since, or let go of the job after a failed write.
                        orphan(c, jobId, owner.orElse(null));
                    }
                    Sql.update(c, "UPDATE job SET owner = ? WHERE id = ?", owners.id(), jobId);
                    return true;
                });
    }

    /** Lets go of the job, so that any process may continue it. */
    public void release(String jobId) {
        journal.change(
                c ->
                        Sql.update(
                                c,
                                "UPDATE job SET owner = NULL WHERE id = ? AND owner = ?",
                                jobId,
                                owners.id()));
    }

    /**
     * Makes the batches that a dead process was sending unknown, which is what they are: bytes may
     * have left. So are those of a job that was let go of after the journal could not be written.
     * Their connection is closed by now at the latest.
     *
     * @return how many batches there were
     */
    public int settleOrphans() {
        List<Sending> orphans =
                journal
                        .read(
                                c ->
                                        Sql.list(
                                                c,
                                                r -> new Sending(r.getString(1), r.getString(2)),
                                                "SELECT DISTINCT job.id, job.owner FROM batch JOIN"
                                                        + " job ON job.id = job_id WHERE"
                                                        + " batch.state = 'sending'"))
                        .stream()
                        .filter(s -> s.owner() == null || !owners.isAlive(s.owner()))
                        .toList();
        if (orphans.isEmpty()) {
            return 0;
        }
        return journal.write(
                c -> {
                    int settled = 0;
                    for (Sending orphan : orphans) {
                        settled += orphan(c, orphan.jobId(), orphan.owner());
                    }
                    return settled;
                });
    }

    /** A job with batches that are being sent. */
    private record Sending(String jobId, @Nullable String owner) {}

    private int orphan(Connection c, String jobId, @Nullable String owner) throws SQLException {
        Sql.update(
                c,
                "UPDATE target SET state = 'unknown' WHERE state = 'pending' AND job_id = ?1 AND"
                        + " batch IN (SELECT n FROM batch JOIN job ON job.id = job_id WHERE"
                        + " job_id = ?1 AND batch.state = 'sending' AND owner IS ?2)",
                jobId,
                owner);
        return Sql.update(
                c,
                "UPDATE batch SET state = 'unknown', closed_at = ?1 WHERE state = 'sending' AND"
                        + " job_id IN (SELECT id FROM job WHERE id = ?2 AND owner IS ?3)",
                clock.instant(),
                jobId,
                owner);
    }

    /**
     * Cancels every batch of the job that has not been sent, for good, and whatever would be
     * planned again.
     *
     * @return how many batches were canceled now
     */
    public int cancel(String jobId) {
        return journal.write(
                c -> {
                    Sql.update(c, "UPDATE job SET canceled = 1 WHERE id = ?", jobId);
                    Sql.update(
                            c,
                            "UPDATE target SET state = 'canceled' WHERE job_id = ? AND state ="
                                + " 'pending' AND batch IN (SELECT n FROM batch WHERE job_id = ?"
                                + " AND state = 'planned')",
                            jobId,
                            jobId);
                    int canceled =
                            Sql.update(
                                    c,
                                    "UPDATE batch SET state = 'canceled' WHERE job_id = ? AND state"
                                            + " = 'planned'",
                                    jobId);
                    freeze(c, jobId, clock.instant());
                    return canceled;
                });
    }

    /** Freezes the counts of a job whose last target has become final; does nothing before that. */
    static void freeze(Connection c, String jobId, Instant now) throws SQLException {
        int open =
                Sql.count(
                        c,
                        "SELECT EXISTS (SELECT 1 FROM batch WHERE job_id = ?"
                                + " AND state IN ('planned', 'sending', 'unknown'))",
                        jobId);
        if (open > 0) {
            return;
        }
        TargetCounts counts = counts(c, jobId);
        if (counts.allFinal()) {
            Sql.update(
                    c,
                    "UPDATE job SET ended_at = ?, n_succeeded = ?, n_failed = ?, n_rejected = ?,"
                            + " n_canceled = ? WHERE id = ? AND ended_at IS NULL",
                    now,
                    counts.succeeded(),
                    counts.failed(),
                    counts.rejected(),
                    counts.canceled(),
                    jobId);
        }
    }

    static TargetCounts counts(Connection c, String jobId) throws SQLException {
        Map<TargetState, Integer> by = new EnumMap<>(TargetState.class);
        Sql.each(
                c,
                r -> by.put(TargetState.ofLabel(r.getString(1)).orElseThrow(), r.getInt(2)),
                "SELECT state, count(*) FROM target WHERE job_id = ? GROUP BY state",
                jobId);
        return new TargetCounts(
                by.values().stream().mapToInt(Integer::intValue).sum(),
                sum(by, TargetState.PENDING),
                sum(by, TargetState.ACCEPTED, TargetState.PROCESSING),
                sum(by, TargetState.SUCCEEDED),
                sum(by, TargetState.FAILED, TargetState.TIMED_OUT),
                sum(by, TargetState.REJECTED),
                sum(by, TargetState.CANCELED),
                sum(by, TargetState.UNKNOWN));
    }

    private static int sum(Map<TargetState, Integer> by, TargetState... states) {
        int sum = 0;
        for (TargetState state : states) {
            sum += by.getOrDefault(state, 0);
        }
        return sum;
    }

    static Job job(ResultSet row) throws SQLException {
        String method = row.getString("method");
        String domains = row.getString("tag_domains");
        @Nullable PurgeMethod known =
                method == null ? null : PurgeMethod.ofWireName(method).orElseThrow();
        return new Job(
                row.getString("id"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getString("account_now"),
                row.getString("account_id"),
                row.getString("key_fingerprint"),
                row.getString("endpoint"),
                row.getString("zone_id"),
                row.getString("zone_name"),
                PurgeType.ofWireName(row.getString("type")).orElseThrow(),
                known,
                domains.isEmpty() ? List.of() : List.of(domains.split("\n")),
                row.getString("retry_of"));
    }
}
