package edgeone.purge.ui.purge.run;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.history.ReasonCount;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.targets.TargetList;
import edgeone.purge.ui.purge.editor.LineFate;
import edgeone.purge.ui.purge.editor.LineFates;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a purge and its retries did to each line. Lines are known by their text: a mark stays with
 * its line while others are edited, and goes once the line itself changes. Not a record: properties
 * compare their values, which may be 100,000 lines.
 */
public final class RunEnd implements LineFates {
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
     * @param lines the editor's lines when {@code plan} was submitted
     * @param rows of the job, then of its retries, which override it
     * @param retryable how many targets a retry would submit now
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
        // If some problems were only counted, the remaining lines need not be duplicates.
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
                        // A target the admin canceled has no code.
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

    public Plan plan() {
        return plan;
    }

    /** Why targets were not purged, most frequent first. */
    List<ReasonCount> reasons() {
        return reasons;
    }

    int leftOut() {
        return plan.list().refused();
    }

    /** How many targets a retry would submit. */
    public int retryable() {
        return retryable;
    }

    /** How many lines must be corrected or removed. */
    int toFix() {
        return toFix;
    }

    @Override
    public @Nullable LineFate fate(String line) {
        return fates.get(line);
    }

    /** Those of {@code lines} that must be corrected or removed. */
    public List<String> toFix(List<String> lines) {
        return lines.stream().filter(line -> isToFix(fates.get(line))).toList();
    }
}
