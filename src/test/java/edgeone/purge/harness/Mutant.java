package edgeone.purge.harness;

import java.util.List;
import java.util.Map;

/**
 * An engine broken on purpose: one place of one source file, changed.
 *
 * @param file below the root of the sources
 * @param changes the code to replace, which must occur exactly once, and its replacement
 * @param scenarios that must catch it, with their numbers of trials
 * @param sign the count that must not stay 0
 */
record Mutant(
        String name,
        String file,
        Map<String, String> changes,
        Map<String, Integer> scenarios,
        String sign) {

    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        "blind-resend",
                        "edgeone/purge/engine/resolve/Resolver.java",
                        Map.of(
                                "        Instant asked = now();\n",
                                """
                                        for (OpenBatch lost : wanted) {
                                            believe(lost, new Finding.Absent(), resolved);
                                        }
                                        if (!wanted.isEmpty()) {
                                            return null;
                                        }
                                        Instant asked = now();
                                """),
                        Map.of("lost", 20, "internal", 20, "kill", 10),
                        "doubled"),
                new Mutant(
                        "journal-after-send",
                        "edgeone/purge/engine/submit/BatchSender.java",
                        Map.of(
                                """
                                        if (!batches.startSending(job.id(), n, edgeOnes.earliest(now), edgeOnes.likely(now))) {
                                            return new Sent.NotSent();
                                        }
                                """,
                                "",
                                "            record(job, n, started, reply.requestId(), null,"
                                        + " null);\n",
                                """
                                            if (!batches.startSending(job.id(), n, edgeOnes.earliest(now), edgeOnes.likely(now))) {
                                                return new Sent.NotSent();
                                            }
                                            record(job, n, started, reply.requestId(), null, null);
                                """),
                        Map.of("kill", 20),
                        "doubled"),
                new Mutant(
                        "exact-set-matching",
                        "edgeone/purge/engine/resolve/TaskMatcher.java",
                        Map.of(
                                "targets.containsAll(task.targets())",
                                "targets.equals(task.targets())"),
                        Map.of("lost", 40),
                        "doubled"),
                new Mutant(
                        "done-too-early",
                        "edgeone/purge/engine/resolve/Verdicts.java",
                        Map.of(
                                "new Fate(TargetState.PROCESSING, null, null)",
                                "new Fate(TargetState.SUCCEEDED, null, null)"),
                        Map.of("kill", 12, "lost", 20),
                        "false"),
                new Mutant(
                        "orphans-forgotten",
                        "edgeone/purge/journal/OwnershipRepository.java",
                        Map.of(
                                "        if (orphans.isEmpty()) {\n",
                                "        if (orphans.size() >= 0) {\n",
                                "orphan(c, jobId, owner.orElse(null));\n",
                                "\n"),
                        Map.of("kill", 20),
                        "lost"));
    }

    /**
     * @throws IllegalStateException if the source does not contain the code to replace
     */
    String applyTo(String source) {
        String broken = source;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            int at = broken.indexOf(change.getKey());
            if (at < 0 || broken.indexOf(change.getKey(), at + 1) >= 0) {
                throw new IllegalStateException(
                        name + " no longer fits " + file + ": " + change.getKey());
            }
            broken = broken.replace(change.getKey(), change.getValue());
        }
        return broken;
    }
}
