package edgeone.purge.journal.probes;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.probe.Verdict.Kind;
import edgeone.purge.model.probe.Verification;
import edgeone.purge.model.probe.VerifiedTarget;
import edgeone.purge.model.probe.VerifyOrder;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is verified about jobs: the order, the probes, the verdicts. */
public final class VerificationRepository {
    private final Journal journal;
    private final Clock clock;

    public VerificationRepository(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Writes what is to be verified of a job, in the transaction that writes the job. */
    public static void order(Connection c, String jobId, VerifyOrder order) throws SQLException {
        Sql.update(
                c,
                "INSERT INTO verification (job_id, edges, sample, seed, allow_private) VALUES"
                        + " (?,?,?,?,?)",
                jobId,
                String.join("\n", order.edges()),
                order.sample(),
                order.seed(),
                order.allowPrivate() ? 1 : 0);
    }

    /** A target of a job. */
    public record Subject(int position, int batch, String target, TargetState state) {}

    /** A probe of the target at a position. */
    public record Placed(int position, Probe probe) {}

    /** Empty if the job is not to be verified. */
    public Optional<Verification> find(String jobId) {
        return journal.read(c -> Optional.ofNullable(find(c, jobId)));
    }

    /** The same in a transaction that reads; null if the job is not to be verified. */
    public static @Nullable Verification find(Connection c, String jobId) throws SQLException {
        return Sql.first(
                c,
                r -> verification(c, jobId, r),
                "SELECT * FROM verification WHERE job_id = ?",
                jobId);
    }

    private static Verification verification(Connection c, String jobId, ResultSet r)
            throws SQLException {
        String edges = r.getString("edges");
        int sample = r.getInt("sample");
        @Nullable Integer some = r.wasNull() ? null : sample;
        VerifyOrder order =
                new VerifyOrder(
                        edges.isEmpty() ? List.of() : List.of(edges.split("\n", -1)),
                        some,
                        r.getLong("seed"),
                        r.getInt("allow_private") == 1);
        Instant before = Sql.instant(r, "before_at");
        Instant after = Sql.instant(r, "after_at");
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        Sql.each(
                c,
                v -> counts.put(Kind.ofLabel(v.getString(1)).orElse(Kind.UNCLEAR), v.getInt(2)),
                "SELECT kind, count(*) FROM verdict WHERE job_id = ? GROUP BY kind",
                jobId);
        return new Verification(order, before, after, counts);
    }

    /** Jobs whose verification is not finished, the oldest first. */
    public List<String> open() {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                r -> r.getString(1),
                                "SELECT job_id FROM verification JOIN job ON id = job_id WHERE"
                                        + " after_at IS NULL ORDER BY created_at"));
    }

    /** The targets of a job, in their order. */
    public List<Subject> subjects(String jobId) {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                r ->
                                        new Subject(
                                                r.getInt("position"),
                                                r.getInt("batch"),
                                                r.getString("target"),
                                                TargetState.ofLabel(r.getString("state"))
                                                        .orElseThrow()),
                                "SELECT position, batch, target, state FROM target WHERE job_id ="
                                        + " ? ORDER BY position",
                                jobId));
    }

    /** Positions of which a probe at an edge is recorded, as {@code POSITION EDGE}. */
    public Set<String> probed(String jobId, boolean after) {
        return journal.read(
                c ->
                        new HashSet<>(
                                Sql.list(
                                        c,
                                        r -> key(r.getInt(1), r.getString(2)),
                                        "SELECT position, edge FROM probe WHERE job_id = ? AND"
                                                + " after = ?",
                                        jobId,
                                        after ? 1 : 0)));
    }

    /**
     * What {@link #probed} says of a probe.
     *
     * @param edge null for the one DNS names
     */
    public static String key(int position, @Nullable String edge) {
        return position + " " + (edge == null ? "" : edge);
    }

    /** Records probes. */
    public void add(String jobId, boolean after, List<Placed> probes) {
        journal.change(
                c -> {
                    for (Placed each : probes) {
                        ProbeRows.insert(c, jobId, each.position(), after, each.probe());
                    }
                });
    }

    /** Records that all probes before the purge are here. */
    public void probedBefore(String jobId) {
        journal.change(
                c ->
                        Sql.update(
                                c,
                                "UPDATE verification SET before_at = ? WHERE job_id = ? AND"
                                        + " before_at IS NULL",
                                clock.instant(),
                                jobId));
    }

    /** Records the verdicts of a job, by position: all of them. */
    public void judged(String jobId, Map<Integer, Verdict> verdicts) {
        journal.change(
                c -> {
                    Instant now = clock.instant();
                    for (Map.Entry<Integer, Verdict> entry : verdicts.entrySet()) {
                        ProbeRows.insert(c, jobId, entry.getKey(), entry.getValue());
                    }
                    Sql.update(
                            c, "UPDATE verification SET after_at = ? WHERE job_id = ?", now, jobId);
                    Chain.verified(c, now, jobId);
                });
    }

    /**
     * What is known about the targets of a job, by position.
     *
     * @param first the first position
     * @param last the last one
     */
    public Map<Integer, VerifiedTarget> targets(String jobId, int first, int last) {
        return journal.read(c -> targets(c, jobId, first, last));
    }

    /** The same in a transaction that reads. */
    public static Map<Integer, VerifiedTarget> targets(
            Connection c, String jobId, int first, int last) throws SQLException {
        Map<Integer, Verdict> verdicts = new HashMap<>();
        Sql.each(
                c,
                r -> verdicts.put(r.getInt("position"), ProbeRows.verdict(r)),
                "SELECT * FROM verdict WHERE job_id = ? AND position BETWEEN ? AND ?",
                jobId,
                first,
                last);
        Map<Integer, List<Probe>> before = new HashMap<>();
        Map<Integer, List<Probe>> after = new HashMap<>();
        Sql.each(
                c,
                r ->
                        (r.getInt("after") == 1 ? after : before)
                                .computeIfAbsent(r.getInt("position"), _ -> new ArrayList<>())
                                .add(ProbeRows.probe(r)),
                "SELECT probe.*, target FROM probe JOIN target USING (job_id, position)"
                        + " WHERE job_id = ? AND position BETWEEN ? AND ?",
                jobId,
                first,
                last);
        Comparator<Probe> asOrdered = asOrdered(c, jobId);
        before.values().forEach(probes -> probes.sort(asOrdered));
        after.values().forEach(probes -> probes.sort(asOrdered));
        Map<Integer, VerifiedTarget> targets = new HashMap<>();
        Set<Integer> positions = new HashSet<>(verdicts.keySet());
        positions.addAll(before.keySet());
        positions.addAll(after.keySet());
        for (int position : positions) {
            targets.put(
                    position,
                    new VerifiedTarget(
                            verdicts.get(position),
                            before.getOrDefault(position, List.of()),
                            after.getOrDefault(position, List.of())));
        }
        return targets;
    }

    /** The edges in the order in which they were given. */
    private static Comparator<Probe> asOrdered(Connection c, String jobId) throws SQLException {
        Verification verification = find(c, jobId);
        List<String> edges = verification == null ? List.of() : verification.order().edges();
        return Comparator.comparingInt((Probe probe) -> edges.indexOf(named(probe)))
                .thenComparing(VerificationRepository::named);
    }

    private static String named(Probe probe) {
        String edge = probe.edge();
        return edge == null ? "" : edge;
    }
}
