package edgeone.purge.mutation;

import java.util.List;
import java.util.stream.Stream;

/**
 * Classes that are mutated together, and the tests that must notice.
 *
 * @param threshold percent of the mutants that must be noticed; accepted ones count as not noticed
 * @param classes simple names, nested classes included
 * @param tests simple names
 */
record Group(String name, int threshold, List<String> classes, List<String> tests) {
    /** Percent. */
    private static final int STANDARD = 95;

    /** Much of what is wiped was never to be seen from outside, so no test can look at it. */
    private static final int WITH_WIPING = 85;

    static final List<Group> ALL =
            List.of(
                    new Group(
                            "targets",
                            STANDARD,
                            List.of(
                                    "AddressRest",
                                    "AddressText",
                                    "Ascii",
                                    "Cleaning",
                                    "DotSegments",
                                    "Entities",
                                    "Excerpt",
                                    "Explanation",
                                    "Fix",
                                    "FixKind",
                                    "HostLine",
                                    "HostName",
                                    "LineReader",
                                    "OddCharacters",
                                    "Reading",
                                    "Rewriting",
                                    "SeveralInLine",
                                    "TargetLines",
                                    "TargetList",
                                    "TargetReader",
                                    "TextDecoding",
                                    "TwinKind",
                                    "Twins",
                                    "UrlLine",
                                    "Wrapping",
                                    "ZoneHosts"),
                            List.of(
                                    "AddressTextTest",
                                    "AsciiTest",
                                    "AwkwardLinesTest",
                                    "DotSegmentsTest",
                                    "EntitiesTest",
                                    "ExcerptTest",
                                    "HostNameTest",
                                    "OddCharactersTest",
                                    "SeveralInLineTest",
                                    "TargetLinesTest",
                                    "TargetReaderTest",
                                    "TargetTwinsTest",
                                    "TextDecodingTest",
                                    "TwinsTest",
                                    "WrappingTest")),
                    new Group(
                            "plan",
                            STANDARD,
                            List.of("Planner", "Plan", "Backoff", "Retries", "RetryBudget"),
                            List.of(
                                    "PlannerTest",
                                    "PlannerLimitsTest",
                                    "PlannerWarningsTest",
                                    "PlanTest",
                                    "PrefetchPlanTest",
                                    "RetryPolicyTest")),
                    new Group(
                            "resolve",
                            STANDARD,
                            List.of(
                                    "LookUpSubject",
                                    "Resolver",
                                    "SameTarget",
                                    "TaskMatcher",
                                    "TimedRead",
                                    "Verdicts"),
                            List.of(
                                    "LookUpSubjectTest",
                                    "ResolverTest",
                                    "SameTargetTest",
                                    "TaskMatcherTest",
                                    "TimedReadTest",
                                    "VerdictsTest")),
                    new Group(
                            "pace",
                            STANDARD,
                            List.of("Pace", "PaceLine", "PaceClock", "PaceFile", "PacedGate"),
                            List.of(
                                    "PaceTest",
                                    "PaceLineTest",
                                    "PaceFileTest",
                                    "PacedGateLatenessTest",
                                    "PacedGateTest")),
                    new Group(
                            "tc3",
                            STANDARD,
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
                            STANDARD,
                            List.of(
                                    "BatchRepository",
                                    "BatchRows",
                                    "JobRepository",
                                    "JobRows",
                                    "OpenBatch",
                                    "OwnershipRepository",
                                    "ProgressRepository",
                                    "UnknownBatchRepository"),
                            List.of(
                                    "BatchStatesTest",
                                    "ChainTest",
                                    "FollowUpsTest",
                                    "JobsTest",
                                    "JournalTest",
                                    "NothingChangedTest",
                                    "OrphansTest",
                                    "ProgressTest",
                                    "SyncTest",
                                    "UnknownBatchesTest")),
                    new Group(
                            "secrets",
                            WITH_WIPING,
                            List.of(
                                    "EncryptedFileStore",
                                    "KeyHygiene",
                                    "KeychainStore",
                                    "KnownSecrets",
                                    "Secret",
                                    "SecretForms",
                                    "SecretJson",
                                    "SecretScan",
                                    "SecretStores",
                                    "SecretsEnvelope",
                                    "SessionStore",
                                    "Wipe"),
                            List.of(
                                    "EncryptedFileStoreTest",
                                    "KeyHygieneTest",
                                    "KeychainStoreTest",
                                    "KnownSecretsTest",
                                    "SecretFormsTest",
                                    "SecretJsonTest",
                                    "SecretScanTest",
                                    "SecretTest",
                                    "SecretsEnvelopeTest")),
                    new Group(
                            "safety",
                            STANDARD,
                            List.of("AccountBook", "Consent", "PurgeGuard", "Safety"),
                            List.of("AccountBookTest", "PurgeGuardTest", "SafetyTest")));

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
