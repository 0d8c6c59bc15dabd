package edgeone.purge.targets;

import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.Remark;
import edgeone.purge.targets.TargetList.Step;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What becomes of one line, and why.
 *
 * @param line as written
 * @param sent what is sent; null where it cannot be
 * @param steps every change, in order; the first begins with the line as written, the last ends
 *     with what is sent
 * @param problem why it cannot be sent; null where it can
 * @param twins the addresses beside it under which the same object may be cached
 */
public record Explanation(
        String line,
        @Nullable String sent,
        List<Step> steps,
        @Nullable Problem problem,
        List<Remark> remarks,
        List<String> twins) {
    public Explanation {
        steps = List.copyOf(steps);
        remarks = List.copyOf(remarks);
        twins = List.copyOf(twins);
    }
}
