package edgeone.purge.mutation;

import java.util.List;
import java.util.stream.Stream;

/**
 * Classes that are mutated together, and the tests that must notice.
 *
 * @param classes simple names, nested classes included
 * @param tests simple names
 */
record Group(String name, List<String> classes, List<String> tests) {
    static final List<Group> ALL =
            List.of(
                    new Group(
                            "plan",
                            List.of("Planner", "Plan", "Backoff", "RetryBudget"),
                            List.of(
                                    "PlannerTest",
                                    "PlannerLimitsTest",
                                    "PlannerWarningsTest",
                                    "PlanTest",
                                    "RetryPolicyTest")),
                    new Group(
                            "resolve",
                            List.of("SameTarget", "TaskMatcher", "Verdicts"),
                            List.of("SameTargetTest", "TaskMatcherTest", "VerdictsTest")),
                    new Group(
                            "pace",
                            List.of("Pace", "PaceLine", "PaceClock", "PaceFile", "PacedGate"),
                            List.of(
                                    "PaceTest",
                                    "PaceLineTest",
                                    "PaceFileTest",
                                    "PacedGateLatenessTest",
                                    "PacedGateTest")),
                    new Group(
                            "tc3",
                            List.of(
                                    "Authorization",
                                    "CanonicalRequest",
                                    "CredentialScope",
                                    "Sha256",
                                    "SigningKey",
                                    "StringToSign"),
                            List.of("Tc3Test")),
                    new Group(
                            "journal",
                            List.of(
                                    "BatchRepository",
                                    "BatchRows",
                                    "JobRepository",
                                    "OpenBatch",
                                    "ProgressRepository",
                                    "UnknownBatchRepository"),
                            List.of(
                                    "BatchStatesTest",
                                    "JobsTest",
                                    "JournalTest",
                                    "ProgressTest",
                                    "UnknownBatchesTest")));

    /** As PIT wants them. */
    String classPatterns() {
        return joined(classes.stream().flatMap(c -> Stream.of(c, c + "$*")));
    }

    /** As PIT wants them. */
    String testPatterns() {
        return joined(tests.stream());
    }

    private static String joined(Stream<String> names) {
        return String.join(",", names.map(n -> "edgeone.purge.*." + n).toList());
    }
}
