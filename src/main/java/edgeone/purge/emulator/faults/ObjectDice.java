package edgeone.purge.emulator.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Decides which objects the rules about the edge and the origin strike. A rule that strikes an
 * object strikes it at every request; the same ones for the same seed. Thread-safe.
 */
public final class ObjectDice {
    private final List<Tally> tallies = new ArrayList<>();

    public ObjectDice(FaultPlan plan, long seed) {
        for (int i = 0; i < plan.rules().size(); i++) {
            tallies.add(new Tally(plan.rules().get(i), seed + 31L * i));
        }
    }

    /**
     * The first rule of a kind that strikes an object.
     *
     * @param place {@link FaultRule#EDGE} or {@link FaultRule#ORIGIN}
     * @param node which of the places, from 0
     * @param object its host and path
     */
    public Optional<FaultRule> at(String place, FaultKind kind, int node, String object) {
        return tallies.stream()
                .filter(t -> t.rule.kind() == kind && t.rule.action().equals(place))
                .filter(t -> t.strikes(node, object))
                .map(t -> t.rule)
                .findFirst();
    }

    private static final class Tally {
        private final FaultRule rule;
        private final long seed;
        private final Map<String, Long> numbers = new HashMap<>();

        Tally(FaultRule rule, long seed) {
            this.rule = rule;
            this.seed = seed;
        }

        synchronized boolean strikes(int node, String object) {
            boolean here = rule.kind() != FaultKind.STICKY || rule.number(node) == node;
            long number = numbers.computeIfAbsent(object, _ -> numbers.size() + 1L);
            return here && rule.when().strikes(number, () -> chance(node, object));
        }

        private double chance(int node, String object) {
            long mixed = seed * 31 + node;
            for (int i = 0; i < object.length(); i++) {
                mixed = mixed * 0x100000001B3L + object.charAt(i);
            }
            return new SplittableRandom(mixed).nextDouble();
        }
    }
}
