package edgeone.purge.harness;

import edgeone.purge.emulator.api.AcceptedJob;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what the journal says with what EdgeOne says it accepted. */
final class Audit {
    private final JournalCopy journal;
    private final Instant serverNow;
    private final Map<String, List<AcceptedJob>> byTarget = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private long lost;
    private long doubled;
    private long untrue;
    private long unrecorded;
    private long unresolved;
    private long broken;

    /**
     * @param offset how far EdgeOne's clock is ahead
     */
    private Audit(JournalCopy journal, List<AcceptedJob> accepted, Duration offset) {
        this.journal = journal;
        this.serverNow = journal.readAt().plus(offset);
        for (AcceptedJob job : accepted) {
            boolean again = false;
            for (String target : job.targets()) {
                List<AcceptedJob> of = byTarget.computeIfAbsent(target, t -> new ArrayList<>());
                again |= !of.isEmpty();
                of.add(job);
            }
            if (again) {
                doubled++;
                findings.add("doubled: " + job);
            }
        }
    }

    /** What was found, in numbers and in words. */
    record Result(Tally tally, List<String> findings) {}

    /** Of a journal whose job may still be resumed. */
    static Result midway(JournalCopy journal, List<AcceptedJob> accepted, Duration offset) {
        return new Audit(journal, accepted, offset).run(false);
    }

    /** Of a journal that everything was done for. */
    static Result atEnd(JournalCopy journal, List<AcceptedJob> accepted, Duration offset) {
        return new Audit(journal, accepted, offset).run(true);
    }

    private Result run(boolean ended) {
        if (!journal.damage().isEmpty()) {
            broken++;
            findings.add("damaged: " + journal.damage());
        }
        Set<String> recorded = new HashSet<>();
        for (JournalCopy.Row row : journal.rows()) {
            recorded.add(row.target());
            List<AcceptedJob> taken = byTarget.getOrDefault(row.target(), List.of());
            if (taken.isEmpty()) {
                notTaken(row, ended);
            } else {
                taken(row, taken);
            }
        }
        for (String target : byTarget.keySet()) {
            if (!recorded.contains(target)) {
                unrecorded++;
                findings.add("unrecorded: " + target);
            }
        }
        if (ended) {
            unresolved += journal.open().size();
            journal.open().forEach(b -> findings.add("unresolved: " + b));
        }
        long submissions =
                ended ? byTarget.values().stream().flatMap(List::stream).distinct().count() : 0;
        Tally tally =
                new Tally(0, 0, submissions, lost, doubled, untrue, unrecorded, unresolved, broken);
        return new Result(tally, findings);
    }

    private void notTaken(JournalCopy.Row row, boolean ended) {
        boolean fine =
                switch (row.state()) {
                    case "rejected", "canceled", "unknown" -> true;
                    case "pending" -> row.batchState().equals("planned") || !ended;
                    default -> false;
                };
        if (row.state().equals("succeeded")) {
            untrue++;
            findings.add("false success: " + row);
        } else if (!fine) {
            lost++;
            findings.add("lost: " + row);
        }
    }

    private void taken(JournalCopy.Row row, List<AcceptedJob> taken) {
        boolean so =
                switch (row.state()) {
                    case "rejected", "canceled" -> false;
                    case "pending" -> true;
                    case "succeeded" -> taken.stream().anyMatch(j -> ended(j, row, "success"));
                    case "failed" -> taken.stream().anyMatch(j -> ended(j, row, "failed"));
                    case "timed_out" -> taken.stream().anyMatch(j -> ended(j, row, "timeout"));
                    default -> true;
                };
        boolean held =
                row.task().isEmpty() || taken.stream().anyMatch(j -> j.jobId().equals(row.task()));
        if (!so || !held) {
            untrue++;
            findings.add("false: " + row + " " + taken);
        }
        if (row.batchState().equals("planned")) {
            unrecorded++;
            findings.add("unrecorded: " + row + " " + taken);
        }
    }

    private boolean ended(AcceptedJob job, JournalCopy.Row row, String status) {
        int n = job.targets().indexOf(row.target());
        return job.isFinal(n, serverNow) && job.fate(n).status().equals(status);
    }
}
