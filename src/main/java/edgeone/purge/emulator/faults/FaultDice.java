package edgeone.purge.emulator.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Runs a plan: counts, and draws probabilities from the seed. Thread-safe. */
public final class FaultDice {
    private final FaultPlan plan;
    private final List<Tally> tallies = new ArrayList<>();

    public FaultDice(FaultPlan plan, long seed) {
        this.plan = plan;
        for (int i = 0; i < plan.rules().size(); i++) {
            tallies.add(new Tally(plan.rules().get(i), new SplittableRandom(seed + 31L * i)));
        }
    }

    public FaultPlan plan() {
        return plan;
    }

    /** The fault that replaces the reply of this request. */
    public Optional<FaultRule> reply(String action, boolean after) {
        return pick(action, r -> r.kind().stage() == FaultKind.Stage.REPLY && r.after() == after);
    }

    /** The fault of this request, or of this target, of any other stage. */
    public Optional<FaultRule> at(FaultKind.Stage stage, String action) {
        return pick(action, r -> r.kind().stage() == stage);
    }

    /** Every rule that matches counts, the first that strikes wins. */
    private Optional<FaultRule> pick(String action, Predicate<FaultRule> matches) {
        Optional<FaultRule> first = Optional.empty();
        for (Tally tally : tallies) {
            if (matches.test(tally.rule) && tally.rule.concerns(action) && tally.strikes()) {
                first = first.or(() -> Optional.of(tally.rule));
            }
        }
        return first;
    }

    private static final class Tally {
        private final FaultRule rule;
        private final SplittableRandom random;
        private long count;

        Tally(FaultRule rule, SplittableRandom random) {
            this.rule = rule;
            this.random = random;
        }

        synchronized boolean strikes() {
            count++;
            return rule.when().strikes(count, random::nextDouble);
        }
    }
}
