package edgeone.purge.engine.resolve;

import edgeone.purge.engine.resolve.TaskMatcher.Finding;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.Run;
import edgeone.purge.journal.OpenBatch;
import edgeone.purge.journal.OpenBatch.Ref;
import edgeone.purge.journal.UnknownBatchRepository;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeType;
import edgeone.purge.teo.PurgeTaskQuery;
import edgeone.purge.teo.TeoClient;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.reply.PurgeTasks;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the outcome of batches with a lost reply by looking them up, never by guessing. A finding
 * is accepted when two complete lookups {@code settle} apart agree; absence also requires that
 * {@code settle} has passed since the connection was closed. All batches of a zone and type share
 * their lookups.
 */
public final class Resolver {
    /** EdgeOne's lookup windows are at most this wide. */
    static final Duration WINDOW = Duration.ofDays(7);

    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration START_SLACK = Duration.ofSeconds(2);
    private static final int MAX_ROUNDS = 6;

    /** The reason stored for targets EdgeOne refused when its own reason never arrived. */
    static final String LOST_REASON = "refused by EdgeOne; the reason was lost with its reply";

    private final Run run;
    private final UnknownBatchRepository batches;
    private @Nullable TeoException lastTrouble;

    public Resolver(Run run) {
        this.run = run;
        this.batches = run.journal().unknown();
    }

    /** How an unknown batch ended, or why it stays unknown. */
    public enum Resolution {
        ADOPTED,
        ABSENT,
        AMBIGUOUS,
        NOT_LOOKED_UP,
        TOO_OLD
    }

    private record Group(String zoneId, PurgeType type) {}

    /** A finding, and when it was first made. */
    private record Evidence(Finding finding, Instant since) {}

    /** The last error that prevented a lookup. */
    public @Nullable TeoException lastTrouble() {
        return lastTrouble;
    }

    /** Resolves the unknown batches of {@code jobs}, which this process owns. */
    public Map<Ref, Resolution> resolve(List<Job> jobs) throws InterruptedException {
        Set<String> mine = jobs.stream().map(Job::id).collect(Collectors.toSet());
        Set<Group> groups =
                jobs.stream()
                        .map(j -> new Group(j.zoneId(), j.type()))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Ref, Resolution> resolved = new LinkedHashMap<>();
        Map<Ref, Evidence> evidence = new HashMap<>();
        for (int round = 1; round <= MAX_ROUNDS && !run.control().isStopped(); round++) {
            Instant again = Instant.MIN;
            List<Group> open = new ArrayList<>();
            for (Group group : groups) {
                Instant next = lookUp(group, mine, evidence, resolved);
                if (next != null) {
                    open.add(group);
                    again = next.isAfter(again) ? next : again;
                }
            }
            if (open.isEmpty()) {
                break;
            }
            groups.retainAll(open);
            if (round < MAX_ROUNDS) {
                Duration pause = Duration.between(now(), again);
                if (pause.isPositive()) {
                    run.pause(pause, Progress.Reason.LOOKING_UP);
                }
            }
        }
        return resolved;
    }

    /**
     * Makes one lookup for a group; returns when the next one makes sense, or null if nothing is
     * left to find.
     */
    private @Nullable Instant lookUp(
            Group group,
            Set<String> mine,
            Map<Ref, Evidence> evidence,
            Map<Ref, Resolution> resolved)
            throws InterruptedException {
        List<OpenBatch> open =
                batches.maybeTaken(endpoint(), group.zoneId(), group.type().wireName());
        List<OpenBatch> wanted =
                open.stream()
                        .filter(b -> mine.contains(b.jobId()) && b.state() == BatchState.UNKNOWN)
                        .filter(b -> !tooOld(b, resolved))
                        .toList();
        if (wanted.isEmpty()) {
            return null;
        }
        run.journal().file().verify();
        Instant asked = now();
        Map<Ref, Finding> findings;
        try {
            findings = find(group, open, wanted);
            lastTrouble = null;
        } catch (TeoException e) {
            lastTrouble = e;
            wanted.forEach(b -> resolved.put(b.ref(), Resolution.NOT_LOOKED_UP));
            return null;
        }
        Instant next = null;
        for (OpenBatch batch : wanted) {
            Finding finding = findings.getOrDefault(batch.ref(), new Finding.Doubtful());
            Evidence before = evidence.get(batch.ref());
            if (before == null || !before.finding().equals(finding)) {
                before = new Evidence(finding, now());
                evidence.put(batch.ref(), before);
            } else if (settled(batch, before, asked)) {
                believe(batch, finding, resolved);
                continue;
            }
            resolved.put(batch.ref(), Resolution.AMBIGUOUS);
            Instant ripe = ripe(batch, before);
            next = next == null || ripe.isAfter(next) ? ripe : next;
        }
        return next;
    }

    private Map<Ref, Finding> find(Group group, List<OpenBatch> open, List<OpenBatch> wanted)
            throws TeoException, InterruptedException {
        Instant from =
                wanted.stream().map(OpenBatch::lookFrom).min(Instant::compareTo).orElseThrow();
        Instant start = from.minus(START_SLACK);
        Instant end = earlier(start.plus(WINDOW), edgeOnesNow().plus(AHEAD));
        TeoClient any = run.connection().client();
        PurgeTaskQuery query = new PurgeTaskQuery.ByTime(group.zoneId(), start, end, group.type());
        TeoClient client = LookUpSubject.of(wanted).map(any::about).orElse(any);
        PurgeTasks tasks = run.ask(() -> client.describePurgeTasks(query));
        return TaskMatcher.match(
                group.type(), open, batches.heldTasks(endpoint(), group.zoneId()), tasks.rows());
    }

    private boolean tooOld(OpenBatch batch, Map<Ref, Resolution> resolved) {
        boolean old = batch.lookFrom().isBefore(edgeOnesNow().minus(WINDOW).plus(AHEAD));
        if (old) {
            resolved.put(batch.ref(), Resolution.TOO_OLD);
        }
        return old;
    }

    private boolean settled(OpenBatch batch, Evidence before, Instant asked) {
        return !(before.finding() instanceof Finding.Doubtful)
                && !asked.isBefore(ripe(batch, before));
    }

    /** When a second lookup with the same finding is conclusive. */
    private Instant ripe(OpenBatch batch, Evidence before) {
        Duration settle = run.timing().settle();
        Instant closed = batch.closedAt() == null ? now() : batch.closedAt();
        return switch (before.finding()) {
            case Finding.Absent ignored -> closed.plus(settle);
            case Finding.Found ignored -> before.since().plus(settle);
            case Finding.Doubtful ignored -> now().plus(settle);
        };
    }

    private void believe(OpenBatch batch, Finding finding, Map<Ref, Resolution> resolved) {
        switch (finding) {
            case Finding.Absent ignored -> {
                batches.provenAbsent(batch.jobId(), batch.n());
                resolved.put(batch.ref(), Resolution.ABSENT);
                moved(batch, BatchState.PLANNED);
            }
            case Finding.Found found -> {
                boolean adopted =
                        batches.adopt(
                                batch.jobId(),
                                batch.n(),
                                found.taskId(),
                                batch.targets().isEmpty() ? Set.of() : found.rows(),
                                LOST_REASON);
                resolved.put(batch.ref(), adopted ? Resolution.ADOPTED : Resolution.AMBIGUOUS);
                if (adopted) {
                    moved(batch, BatchState.ACCEPTED);
                }
            }
            case Finding.Doubtful ignored -> resolved.put(batch.ref(), Resolution.AMBIGUOUS);
        }
    }

    private void moved(OpenBatch batch, BatchState to) {
        run.progress().on(new Progress.Event.BatchMoved(batch.n(), to));
    }

    private String endpoint() {
        return run.connection().endpoint();
    }

    private Instant now() {
        return run.clock().instant();
    }

    /** EdgeOne's time, as early as it can be. */
    private Instant edgeOnesNow() {
        return run.connection().client().serverClock().earliest(now());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
