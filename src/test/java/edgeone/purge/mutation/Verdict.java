package edgeone.purge.mutation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a report means, given what may survive.
 *
 * @param threshold percent of the mutants that must be noticed
 * @param survivors mutants that survived and are not accepted
 * @param outdated accepted mutants that a test noticed, or that no longer exist
 */
record Verdict(
        int threshold, int mutants, int noticed, Set<Mutant> survivors, Set<Mutant> outdated) {
    static Verdict of(Group group, List<Report.Result> results, Set<Mutant> accepted) {
        Set<Mutant> survivors = new LinkedHashSet<>();
        Set<Mutant> outdated = new LinkedHashSet<>();
        accepted.stream().filter(m -> group.classes().contains(outer(m))).forEach(outdated::add);
        int noticed = 0;
        for (Report.Result result : results) {
            noticed += result.noticed() ? 1 : 0;
            if (!result.killed()) {
                outdated.remove(result.mutant());
            }
            if (!result.noticed() && !accepted.contains(result.mutant())) {
                survivors.add(result.mutant());
            }
        }
        return new Verdict(group.threshold(), results.size(), noticed, survivors, outdated);
    }

    private static String outer(Mutant mutant) {
        return mutant.type().split("\\$")[0];
    }

    /** Percent noticed, rounded down. */
    int percent() {
        return mutants == 0 ? 0 : 100 * noticed / mutants;
    }

    boolean isGood() {
        return percent() >= threshold && survivors.isEmpty() && outdated.isEmpty();
    }
}
