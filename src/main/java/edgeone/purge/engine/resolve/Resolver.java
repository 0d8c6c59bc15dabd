package edgeone.purge.engine.resolve;

import edgeone.purge.engine.resolve.TaskMatcher.Finding;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.Pauses;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.Reads;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.engine.run.Timing;
import edgeone.purge.journal.Journal;
import edgeone.purge.journal.OpenBatch;
import edgeone.purge.journal.OpenBatch.Ref;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.UnknownBatchRepository;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeType;
import edgeone.purge.teo.PurgeTaskQuery;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    /** EdgeOne's look-up windows are at most this wide. */
    static final Duration WINDOW = Duration.ofDays(7);

    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration START_SLACK = Duration.ofSeconds(2);
    private static final int MAX_ROUNDS = 6;

    /** The reason stored for targets EdgeOne refused when its own reason never arrived. */
    static final String LOST_REASON = "refused by EdgeOne; the reason was lost with its reply";

    private final Connection connection;
    private final Journal file;
    private final UnknownBatchRepository batches;
    private final Reads reads;
    private final Timing timing;
    private final Clock clock;
    private final Pauses pauses;
    private final Progress progress;
    private final RunControl control;
    private @Nullable TeoException lastTrouble;

    public Resolver(
            Connection connection,
            Repositories journal,
            Reads reads,
            Timing timing,
            Clock clock,
            Pauses pauses,
            Progress progress,
            RunControl control) {
        this.connection = connection;
        this.file = journal.file();
        this.batches = journal.unknown();
        this.reads = reads;
        this.timing = timing;
        this.clock = clock;
        this.pauses = pauses;
        this.progress = progress;
        this.control = control;
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

    /** The last error that kept a look-up from being made. */
    public @Nullable TeoException lastTrouble() {
        return lastTrouble;
    }

    /** Resolves the unknown batches of {@code jobs}, which this process owns. */
    public Map<Ref, Resolution> resolve(List<Job> jobs) throws InterruptedException {
        Set<String> mine = jobs.stream().map(Job::id).collect(Collectors.toSet());
        Set<Group> groups =
                jobs.stream()
                        .map(j -> new Group(j.zoneId(), j.type()))
                        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        Map<Ref, Resolution> resolved = new LinkedHashMap<>();
        Map<Ref, Evidence> evidence = new HashMap<>();
        for (int round = 1; round <= MAX_ROUNDS && !control.isStopped(); round++) {
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
                Duration pause = Duration.between(clock.instant(), again);
                if (pause.isPositive()) {
                    progress.on(new Progress.Event.Waiting(pause, Progress.Reason.LOOKING_UP));
                    pauses.pause(pause, control);
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
                batches.maybeTaken(connection.endpoint(), group.zoneId(), group.type().wireName());
        List<OpenBatch> wanted =
                open.stream()
                        .filter(b -> mine.contains(b.jobId()) && b.state() == BatchState.UNKNOWN)
                        .filter(b -> !tooOld(b, resolved))
                        .toList();
        if (wanted.isEmpty()) {
            return null;
        }
        file.verify();
        Instant asked = clock.instant();
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
                before = new Evidence(finding, clock.instant());
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
        Instant end =
                earlier(
                        start.plus(WINDOW),
                        connection.client().serverClock().earliest(clock.instant()).plus(AHEAD));
        var rows =
                reads.ask(
                        () ->
                                connection
                                        .client()
                                        .describePurgeTasks(
                                                new PurgeTaskQuery.ByTime(
                                                        group.zoneId(), start, end, group.type())),
                        progress,
                        control);
        return TaskMatcher.match(
                group.type(),
                open,
                batches.heldTasks(connection.endpoint(), group.zoneId()),
                rows.rows());
    }

    private boolean tooOld(OpenBatch batch, Map<Ref, Resolution> resolved) {
        Instant server = connection.client().serverClock().earliest(clock.instant());
        boolean old = batch.lookFrom().isBefore(server.minus(WINDOW).plus(AHEAD));
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
        Instant closed = batch.closedAt() == null ? clock.instant() : batch.closedAt();
        return switch (before.finding()) {
            case Finding.Absent ignored -> closed.plus(timing.settle());
            case Finding.Found ignored -> before.since().plus(timing.settle());
            case Finding.Doubtful ignored -> clock.instant().plus(timing.settle());
        };
    }

    private void believe(OpenBatch batch, Finding finding, Map<Ref, Resolution> resolved) {
        switch (finding) {
            case Finding.Absent ignored -> {
                batches.provenAbsent(batch.jobId(), batch.n());
                resolved.put(batch.ref(), Resolution.ABSENT);
                progress.on(new Progress.Event.BatchMoved(batch.n(), BatchState.PLANNED));
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
                    progress.on(new Progress.Event.BatchMoved(batch.n(), BatchState.ACCEPTED));
                }
            }
            case Finding.Doubtful ignored -> resolved.put(batch.ref(), Resolution.AMBIGUOUS);
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
