package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.engine.origin.OriginOrder;
import edgeone.purge.engine.plan.NextPrefetch;
import edgeone.purge.engine.text.NextPrefetchText;
import edgeone.purge.model.step.Step.Kind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a plan says of the steps before and after the purge.
 *
 * @param origin how the origin is asked first; null if it is not
 * @param verify whether the edge is asked before and after the purge
 * @param thenPrefetch whether what was purged is prefetched
 * @param cost of the prefetch; null for none, and where it is not known
 */
record PlannedSteps(
        @Nullable OriginOrder origin,
        boolean verify,
        boolean thenPrefetch,
        @Nullable NextPrefetch cost) {
    static final PlannedSteps NONE = new PlannedSteps(null, false, false, null);

    private boolean isAny() {
        return origin != null || verify || thenPrefetch;
    }

    void print(Output output) {
        if (origin != null) {
            output.text(
                    "cli.plan.origin." + origin.old().name(),
                    origin.where(),
                    origin.patience().toSeconds());
        }
        if (verify) {
            output.text("cli.plan.verify");
        }
        if (cost != null) {
            output.line(new NextPrefetchText(output.messages()).of(cost));
        } else if (thenPrefetch) {
            output.text("cli.plan.then");
        }
    }

    /** Empty for a purge without any. */
    Map<String, Object> json() {
        if (!isAny()) {
            return Map.of();
        }
        Fields fields = new Fields().put("steps", kinds().stream().map(Kind::label).toList());
        if (origin != null) {
            fields.put(
                    "checkOrigin", Map.of("origin", origin.where(), "old", origin.old().label()));
        }
        if (cost != null) {
            fields.put(
                    "thenPrefetch",
                    new Fields()
                            .put("urls", cost.urls())
                            .put("quotaLeft", cost.left())
                            .put("quotaAfter", cost.after())
                            .put("unmade", cost.unmade() == null ? null : cost.unmade().label())
                            .map());
        }
        return fields.map();
    }

    private List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        if (origin != null) {
            kinds.add(Kind.CHECK_ORIGIN);
        }
        if (verify) {
            kinds.add(Kind.PROBE);
        }
        kinds.add(Kind.PURGE);
        if (thenPrefetch) {
            kinds.add(Kind.PREFETCH);
        }
        if (verify) {
            kinds.add(Kind.VERIFY);
        }
        return kinds;
    }
}
