package edgeone.purge.engine;

import edgeone.purge.journal.OpenBatch;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.teo.PurgeTask;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Recognises batches of the journal among the jobs EdgeOne lists. A job fits a batch when it is of
 * its type and method, was created no earlier than the second of the send, is held by no batch of
 * the journal, and its targets are a non-empty part of the batch's (refused targets have no rows).
 * Where more than one assignment is possible it says so instead of choosing; identical batches are
 * interchangeable and take one job each.
 */
final class TaskMatcher {
    /** What a look-up says of one batch. */
    sealed interface Finding {
        /** No job fits. */
        record Absent() implements Finding {}

        /** Exactly one job can be this batch. */
        record Found(String taskId, Set<String> rows) implements Finding {
            public Found {
                rows = Set.copyOf(rows);
            }
        }

        /** More than one assignment is possible, or a batch still being sent may own the job. */
        record Doubtful() implements Finding {}
    }

    private record Task(
            String id, Set<String> targets, Set<String> methods, @Nullable Instant created) {}

    private final PurgeType type;
    private final Map<OpenBatch, Set<String>> targetsOf = new LinkedHashMap<>();
    private final Map<OpenBatch, Set<Task>> fitting = new LinkedHashMap<>();
    private final Map<Task, Set<OpenBatch>> claimants = new LinkedHashMap<>();

    private TaskMatcher(PurgeType type, Collection<OpenBatch> open) {
        this.type = type;
        for (OpenBatch batch : open) {
            targetsOf.put(batch, new HashSet<>(batch.targets()));
            fitting.put(batch, new LinkedHashSet<>());
        }
    }

    /**
     * @param open every batch of the journal that EdgeOne may have, of this endpoint, zone and type
     * @param held task ids that batches hold already
     * @param rows a complete look-up
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
                        targets.add(row.target());
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
                    if (fits(task, batch, targets)) {
                        by.add(batch);
                        fitting.getOrDefault(batch, new HashSet<>()).add(task);
                    }
                });
        claimants.put(task, by);
    }

    private boolean fits(Task task, OpenBatch batch, Set<String> targets) {
        if (task.created() != null
                && task.created().isBefore(batch.lookFrom().truncatedTo(ChronoUnit.SECONDS))) {
            return false;
        }
        if (type.takesMethod()) {
            PurgeMethod asked = batch.method() == null ? PurgeMethod.INVALIDATE : batch.method();
            if (!Set.of(asked.wireName()).containsAll(task.methods())) {
                return false;
            }
        }
        return type == PurgeType.ALL || targets.containsAll(task.targets());
    }

    private Finding finding(OpenBatch batch) {
        Set<Task> tasks = fitting.getOrDefault(batch, Set.of());
        if (tasks.isEmpty()) {
            return new Finding.Absent();
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
     * Oldest job to the oldest batch it fits; a job nobody is left for means that nothing is
     * certain.
     */
    private Finding assign(OpenBatch batch, Set<OpenBatch> peers, Set<Task> tasks) {
        List<OpenBatch> waiting =
                peers.stream()
                        .sorted(
                                Comparator.comparing(OpenBatch::lookFrom)
                                        .thenComparing(OpenBatch::jobId)
                                        .thenComparingInt(OpenBatch::n))
                        .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        List<Task> inOrder =
                tasks.stream()
                        .sorted(
                                Comparator.comparing(TaskMatcher::createdAt)
                                        .thenComparing(Task::id))
                        .toList();
        Finding finding = new Finding.Absent();
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
                finding = new Finding.Found(task.id(), task.targets());
            }
        }
        return finding;
    }

    private static Instant createdAt(Task task) {
        return task.created() == null ? Instant.MAX : task.created();
    }
}
