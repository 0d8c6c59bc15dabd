package edgeone.purge.ui.purge;

import edgeone.purge.engine.History.ReasonCount;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.targets.TargetList;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a purge and its retries came to, line by line. A line is known by its text, so that its mark
 * stays with it while others are edited, and goes as soon as it is changed itself. Not a record:
 * properties compare what they hold, which may be 100,000 lines.
 */
final class RunEnd {
    private final Plan plan;
    private final List<ReasonCount> reasons;
    private final int retryable;
    private final Map<String, LineFate> fates;
    private final int toFix;

    private RunEnd(
            Plan plan,
            List<ReasonCount> reasons,
            int retryable,
            Map<String, LineFate> fates,
            int toFix) {
        this.plan = plan;
        this.reasons = List.copyOf(reasons);
        this.retryable = retryable;
        this.fates = fates;
        this.toFix = toFix;
    }

    /**
     * Puts together what is known.
     *
     * @param lines the editor's when {@code plan} was submitted
     * @param rows of the job and then of its retries, whose word is the newer
     * @param retryable how many targets a retry would take now
     */
    static RunEnd of(Plan plan, List<String> lines, List<TargetRow> rows, int retryable) {
        Map<String, TargetRow> newest = new LinkedHashMap<>();
        rows.forEach(row -> newest.put(row.target(), row));
        Map<String, LineFate> fates = new HashMap<>();
        TargetList list = plan.list();
        for (TargetList.Target target : list.targets()) {
            TargetRow row = newest.get(target.text());
            if (row != null) {
                fates.put(lines.get(target.line() - 1), LineFate.of(row));
            }
        }
        list.problems().forEach(p -> fates.putIfAbsent(lines.get(p.line() - 1), LineFate.of(p)));
        // Where problems are only counted, the rest of the lines is not told apart.
        if (list.problems().size() == list.refused()) {
            lines.stream()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> fates.putIfAbsent(line, LineFate.duplicate()));
        }
        int toFix = (int) lines.stream().filter(l -> isToFix(fates.get(l))).count();
        return new RunEnd(plan, reasons(newest), retryable, fates, toFix);
    }

    private static boolean isToFix(@Nullable LineFate fate) {
        return fate != null && fate.kind().toFix();
    }

    private static List<ReasonCount> reasons(Map<String, TargetRow> rows) {
        Map<ReasonCount, Integer> counts = new LinkedHashMap<>();
        for (TargetRow row : rows.values()) {
            boolean bad =
                    switch (row.state()) {
                        case REJECTED, FAILED, TIMED_OUT -> true;
                        // What the admin canceled has no code.
                        case CANCELED -> row.code() != null;
                        case PENDING, ACCEPTED, PROCESSING, SUCCEEDED, UNKNOWN -> false;
                    };
            if (bad) {
                counts.merge(reason(row.state(), row), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(
                        e ->
                                new ReasonCount(
                                        e.getKey().state(),
                                        e.getKey().code(),
                                        e.getKey().reason(),
                                        e.getValue()))
                .sorted(Comparator.comparingInt(ReasonCount::count).reversed())
                .toList();
    }

    private static ReasonCount reason(TargetState state, TargetRow row) {
        String said = row.reason();
        return new ReasonCount(state, row.code(), said == null ? state.label() : said, 0);
    }

    Plan plan() {
        return plan;
    }

    /** Why targets were not purged, most frequent first. */
    List<ReasonCount> reasons() {
        return reasons;
    }

    int leftOut() {
        return plan.list().refused();
    }

    /** How many targets a retry would take. */
    int retryable() {
        return retryable;
    }

    /** How many lines have to be corrected or given up. */
    int toFix() {
        return toFix;
    }

    /** Null where nothing is known of a line of this text. */
    @Nullable LineFate fate(String line) {
        return fates.get(line);
    }

    /** Those of {@code lines} that have to be corrected or given up. */
    List<String> toFix(List<String> lines) {
        return lines.stream().filter(line -> isToFix(fates.get(line))).toList();
    }
}
