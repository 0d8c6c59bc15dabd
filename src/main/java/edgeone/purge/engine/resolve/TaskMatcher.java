package edgeone.purge.engine.resolve;

import edgeone.purge.journal.OpenBatch;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.teo.reply.PurgeTask;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recognises batches of the journal among the jobs EdgeOne lists. A job matches a batch if it has
 * the same type and method, was created no earlier than the second of the send, is not held by
 * another batch of the journal, and its targets are a non-empty subset of the batch's (refused
 * targets have no rows). If more than one assignment is possible, it says so instead of choosing;
 * identical batches are interchangeable and take one job each. If EdgeOne's clock is not known
 * well, a job that is slightly too old may still be the batch's: it is not matched, but prevents
 * the batch from being declared absent.
 */
final class TaskMatcher {
    /** What a lookup says about one batch. */
    sealed interface Finding {
        /** No job matches. */
        record Absent() implements Finding {}

        /** Exactly one job can be this batch; {@code rows} are the batch's targets it has. */
        record Found(String taskId, Set<String> rows) implements Finding {
            public Found {
                rows = Set.copyOf(rows);
            }
        }

        /** More than one assignment is possible, or a batch still being sent may own the job. */
        record Doubtful() implements Finding {}
    }

    /** The uncertainty of EdgeOne's clock because {@code Date} has whole seconds. */
    private static final long DATE_SECONDS = 1;

    /**
     * @param targets by {@link SameTarget#key}
     */
    private record Task(
            String id, Set<String> targets, Set<String> methods, @Nullable Instant created) {}

    private final PurgeType type;
    private final Map<OpenBatch, Set<String>> targetsOf = new LinkedHashMap<>();
    private final Map<OpenBatch, Set<Task>> fitting = new LinkedHashMap<>();
    private final Map<Task, Set<OpenBatch>> claimants = new LinkedHashMap<>();

    /**
     * Batches with a job that is theirs if EdgeOne's clock is behind its estimate, or if it lists
     * media segments.
     */
    private final Set<OpenBatch> perhaps = new HashSet<>();

    private TaskMatcher(PurgeType type, Collection<OpenBatch> open) {
        this.type = type;
        for (OpenBatch batch : open) {
            targetsOf.put(
                    batch,
                    batch.targets().stream().map(SameTarget::key).collect(Collectors.toSet()));
            fitting.put(batch, new LinkedHashSet<>());
        }
    }

    /**
     * @param open every batch of this endpoint, zone and type in the journal that EdgeOne may have
     * @param held task IDs that batches already hold
     * @param rows a complete lookup
     */
    static Map<OpenBatch.Ref, Finding> match(
            PurgeType type, Collection<OpenBatch> open, Set<String> held, List<PurgeTask> rows) {
        TaskMatcher matcher = new TaskMatcher(type, open);
        for (Task task : tasks(type, held, rows)) {
            matcher.claim(task);
        }
        Map<OpenBatch.Ref, Finding> findings = new HashMap<>();
        for (OpenBatch batch : open) {
            findings.put(batch.ref(), matcher.finding(batch));
        }
        return findings;
    }

    private static List<Task> tasks(PurgeType type, Set<String> held, List<PurgeTask> rows) {
        Map<String, List<PurgeTask>> byJob = new LinkedHashMap<>();
        for (PurgeTask row : rows) {
            if (row.type().equals(type.wireName())
                    && !row.jobId().isEmpty()
                    && !held.contains(row.jobId())) {
                byJob.computeIfAbsent(row.jobId(), id -> new ArrayList<>()).add(row);
            }
        }
        List<Task> tasks = new ArrayList<>();
        byJob.forEach(
                (id, of) -> {
                    Set<String> targets = new HashSet<>();
                    Set<String> methods = new HashSet<>();
                    Instant created = Instant.MAX;
                    for (PurgeTask row : of) {
                        targets.add(SameTarget.key(row.target()));
                        if (row.method() != null) {
                            methods.add(row.method());
                        }
                        if (row.createTime() == null) {
                            created = null;
                        } else if (created != null && row.createTime().isBefore(created)) {
                            created = row.createTime();
                        }
                    }
                    tasks.add(new Task(id, targets, methods, created));
                });
        return tasks;
    }

    private void claim(Task task) {
        Set<OpenBatch> by = new LinkedHashSet<>();
        targetsOf.forEach(
                (batch, targets) -> {
                    if (!isAlike(task, batch, targets)) {
                        if (mayHoldSegments(task, batch, targets)) {
                            perhaps.add(batch);
                        }
                        return;
                    }
                    switch (age(task, batch)) {
                        case OLDER -> {}
                        case PERHAPS_OLDER -> perhaps.add(batch);
                        case YOUNGER -> {
                            by.add(batch);
                            fitting.getOrDefault(batch, new HashSet<>()).add(task);
                        }
                    }
                });
        claimants.put(task, by);
    }

    /** When a job was created, relative to when a batch was sent. */
    private enum Age {
        OLDER,
        PERHAPS_OLDER,
        YOUNGER
    }

    private static Age age(Task task, OpenBatch batch) {
        Instant created = task.created();
        if (created == null) {
            return Age.YOUNGER;
        }
        if (created.isBefore(second(batch.lookFrom()))) {
            return Age.OLDER;
        }
        boolean likelyOlder =
                created.isBefore(second(batch.likelySent()).minusSeconds(DATE_SECONDS));
        return likelyOlder ? Age.PERHAPS_OLDER : Age.YOUNGER;
    }

    private static Instant second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private boolean isAlike(Task task, OpenBatch batch, Set<String> targets) {
        if (type.takesMethod()) {
            PurgeMethod asked = batch.method() == null ? PurgeMethod.INVALIDATE : batch.method();
            if (!Set.of(asked.wireName()).containsAll(task.methods())) {
                return false;
            }
        }
        return type == PurgeType.ALL || targets.containsAll(task.targets());
    }

    /** Nobody documents whether EdgeOne lists media segments beside the targets they belong to. */
    private static boolean mayHoldSegments(Task task, OpenBatch batch, Set<String> targets) {
        return batch.mediaSegments()
                && age(task, batch) != Age.OLDER
                && !Collections.disjoint(task.targets(), targets);
    }

    private Finding finding(OpenBatch batch) {
        Set<Task> tasks = fitting.getOrDefault(batch, Set.of());
        if (tasks.isEmpty()) {
            return absent(batch);
        }
        Set<OpenBatch> peers = new LinkedHashSet<>(Set.of(batch));
        Set<Task> all = new LinkedHashSet<>(tasks);
        for (Task task : tasks) {
            peers.addAll(claimants.getOrDefault(task, Set.of()));
        }
        for (OpenBatch peer : peers) {
            all.addAll(fitting.getOrDefault(peer, Set.of()));
        }
        boolean certain =
                all.stream().allMatch(t -> t.created() != null)
                        && peers.stream().allMatch(p -> interchangeable(p, batch));
        return certain ? assign(batch, peers, all) : new Finding.Doubtful();
    }

    private boolean interchangeable(OpenBatch peer, OpenBatch batch) {
        return peer.state() == BatchState.UNKNOWN
                && targetsOf.getOrDefault(peer, Set.of()).equals(targetsOf.get(batch));
    }

    /**
     * Assigns the oldest job to the oldest batch it matches; a job left over means that nothing is
     * certain.
     *
     * @param tasks each of which has a time of creation
     */
    private Finding assign(OpenBatch batch, Set<OpenBatch> peers, Set<Task> tasks) {
        List<OpenBatch> waiting =
                peers.stream()
                        .sorted(
                                Comparator.comparing(OpenBatch::lookFrom)
                                        .thenComparing(OpenBatch::jobId)
                                        .thenComparingInt(OpenBatch::n))
                        .collect(Collectors.toCollection(ArrayList::new));
        List<Task> inOrder =
                tasks.stream()
                        .sorted(Comparator.comparing(Task::created).thenComparing(Task::id))
                        .toList();
        Finding finding = absent(batch);
        for (Task task : inOrder) {
            OpenBatch taker = null;
            for (OpenBatch peer : waiting) {
                if (fitting.getOrDefault(peer, Set.of()).contains(task)) {
                    taker = peer;
                    break;
                }
            }
            if (taker == null) {
                return new Finding.Doubtful();
            }
            waiting.remove(taker);
            if (taker.equals(batch)) {
                finding = new Finding.Found(task.id(), rows(batch, task));
            }
        }
        return finding;
    }

    private static Set<String> rows(OpenBatch batch, Task task) {
        return batch.targets().stream()
                .filter(t -> task.targets().contains(SameTarget.key(t)))
                .collect(Collectors.toSet());
    }

    private Finding absent(OpenBatch batch) {
        return perhaps.contains(batch) ? new Finding.Doubtful() : new Finding.Absent();
    }
}
