package edgeone.purge.ui.purge.plan;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.TargetList.Remark;
import edgeone.purge.targets.TargetList.RemarkKind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan with its problems grouped, so that a thousand lines of one foreign host are one thing to
 * decide. Not a record: properties compare their values, and comparing two plans of 100,000 lines
 * would freeze the window.
 */
public final class Review {
    private final Plan plan;
    private final List<Group> groups;
    private final List<RemarkGroup> remarks;

    private Review(Plan plan, List<Group> groups, List<RemarkGroup> remarks) {
        this.plan = plan;
        this.groups = List.copyOf(groups);
        this.remarks = List.copyOf(remarks);
    }

    public Plan plan() {
        return plan;
    }

    public List<Group> groups() {
        return groups;
    }

    public List<RemarkGroup> remarks() {
        return remarks;
    }

    /** Lines with the same problem; at least one. */
    public record Group(ProblemKind kind, String detail, List<Problem> problems) {
        public Group {
            problems = List.copyOf(problems);
        }

        Problem first() {
            return problems.getFirst();
        }
    }

    /** Lines with the same remark; at least one. */
    public record RemarkGroup(RemarkKind kind, List<Remark> remarks) {
        public RemarkGroup {
            remarks = List.copyOf(remarks);
        }
    }

    public static Review of(Plan plan) {
        Map<List<Object>, List<Problem>> problems = new LinkedHashMap<>();
        for (Problem problem : plan.list().problems()) {
            problems.computeIfAbsent(
                            List.of(problem.kind(), problem.detail()), _ -> new ArrayList<>())
                    .add(problem);
        }
        Map<RemarkKind, List<Remark>> remarks = new LinkedHashMap<>();
        for (Remark remark : plan.list().remarks()) {
            remarks.computeIfAbsent(remark.kind(), _ -> new ArrayList<>()).add(remark);
        }
        return new Review(
                plan,
                problems.values().stream()
                        .map(l -> new Group(l.getFirst().kind(), l.getFirst().detail(), l))
                        .toList(),
                remarks.entrySet().stream()
                        .map(e -> new RemarkGroup(e.getKey(), e.getValue()))
                        .toList());
    }
}
