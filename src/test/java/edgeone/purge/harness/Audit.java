package edgeone.purge.harness;

import edgeone.purge.emulator.api.state.AcceptedJob;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what the journal says with what EdgeOne says it accepted. */
final class Audit {
    private final JournalCopy journal;
    private final Instant serverNow;

    /** By what was asked of EdgeOne: a purge or a prefetch of a target. */
    private final Map<String, List<AcceptedJob>> byTarget = new HashMap<>();

    private final Set<Finding> findings = new LinkedHashSet<>();

    /**
     * @param offset how far EdgeOne's clock is ahead
     */
    private Audit(JournalCopy journal, List<AcceptedJob> accepted, Duration offset) {
        this.journal = journal;
        this.serverNow = journal.readAt().plus(offset);
        for (AcceptedJob job : accepted) {
            boolean again = false;
            for (String target : job.targets()) {
                List<AcceptedJob> of =
                        byTarget.computeIfAbsent(
                                JournalCopy.work(job.isPrefetch(), target), t -> new ArrayList<>());
                again |= !of.isEmpty();
                of.add(job);
            }
            if (again) {
                found(Kind.DOUBLED, job.jobId() + " " + job.targets());
            }
        }
    }

    /** What can be wrong. */
    enum Kind {
        LOST,
        DOUBLED,
        FALSE,
        UNRECORDED,
        UNRESOLVED,
        BROKEN
    }

    /** One finding; finding the same thing twice counts once. */
    record Finding(Kind kind, String what) {}

    /** Findings for a journal whose job may still be resumed. */
    static Set<Finding> midway(JournalCopy journal, List<AcceptedJob> accepted, Duration offset) {
        return new Audit(journal, accepted, offset).run(false);
    }

    /** Findings for a journal after everything was done. */
    static Set<Finding> atEnd(JournalCopy journal, List<AcceptedJob> accepted, Duration offset) {
        return new Audit(journal, accepted, offset).run(true);
    }

    private Set<Finding> run(boolean ended) {
        if (!journal.damage().isEmpty()) {
            found(Kind.BROKEN, "journal: " + journal.damage());
        }
        Set<String> recorded = new HashSet<>();
        for (JournalCopy.Row row : journal.rows()) {
            recorded.add(row.work());
            List<AcceptedJob> taken = byTarget.getOrDefault(row.work(), List.of());
            if (taken.isEmpty()) {
                notTaken(row, ended);
            } else {
                taken(row, taken);
            }
        }
        for (String work : byTarget.keySet()) {
            if (!recorded.contains(work)) {
                found(Kind.UNRECORDED, work);
            }
        }
        if (ended) {
            journal.open().forEach(b -> found(Kind.UNRESOLVED, b.toString()));
            journal.openSteps().forEach(step -> found(Kind.UNRESOLVED, step));
        }
        return findings;
    }

    private void found(Kind kind, String what) {
        findings.add(new Finding(kind, what));
    }

    private void notTaken(JournalCopy.Row row, boolean ended) {
        boolean fine =
                switch (row.state()) {
                    case "rejected", "canceled", "unknown" -> true;
                    case "pending" -> row.batchState().equals("planned") || !ended;
                    default -> false;
                };
        if (row.state().equals("succeeded")) {
            found(Kind.FALSE, row.toString());
        } else if (!fine) {
            found(Kind.LOST, row.toString());
        }
    }

    private void taken(JournalCopy.Row row, List<AcceptedJob> taken) {
        boolean so =
                switch (row.state()) {
                    case "rejected", "canceled" -> false;
                    case "pending" -> true;
                    case "succeeded" -> taken.stream().anyMatch(j -> ended(j, row, "success"));
                    case "failed" ->
                            taken.stream()
                                    .anyMatch(
                                            j ->
                                                    ended(j, row, "failed")
                                                            || ended(j, row, "invalid"));
                    case "timed_out" -> taken.stream().anyMatch(j -> ended(j, row, "timeout"));
                    default -> true;
                };
        boolean held =
                row.task().isEmpty() || taken.stream().anyMatch(j -> j.jobId().equals(row.task()));
        if (!so || !held) {
            found(Kind.FALSE, row.toString());
        }
        if (row.batchState().equals("planned")) {
            found(Kind.UNRECORDED, row.target());
        }
    }

    private boolean ended(AcceptedJob job, JournalCopy.Row row, String status) {
        int n = job.targets().indexOf(row.target());
        return job.isFinal(n, serverNow) && job.fate(n).status().equals(status);
    }
}
