package edgeone.purge.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Mutates the groups one after the other and prints what their tests noticed. Ends with 1 where a
 * mutant survived that is not accepted, an accepted one is outdated, or too few were noticed.
 * System properties: {@code mutation.groups}, names joined by commas or {@code all}; {@code
 * mutation.threads}. Reports are in {@code target/mutation/GROUP}.
 */
public final class Mutations {
    private static final Path OUT = Path.of("target", "mutation");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path CLASSES = Path.of("target", "classes");

    /** For the processes that run the tests; a comma separates them. */
    private static final String JVM_ARGUMENTS =
            String.join(
                    ",",
                    "-Xmx1g",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /** A test must never see a real account of the user who runs it. */
    private static final List<String> NO_ACCOUNT =
            List.of(
                    "TENCENTCLOUD_SECRET_ID",
                    "TENCENTCLOUD_SECRET_KEY",
                    "TENCENTCLOUD_TOKEN",
                    "EDGEONE_PURGE_HOME");

    private Mutations() {}

    public static void main(String[] arguments) throws Exception {
        Accepted accepted = Accepted.load();
        List<String> wanted = List.of(System.getProperty("mutation.groups", "all").split(","));
        List<Group> groups =
                Group.ALL.stream()
                        .filter(g -> wanted.contains("all") || wanted.contains(g.name()))
                        .toList();
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("no such group: " + wanted);
        }
        boolean good = true;
        for (Group group : groups) {
            mutate(group);
            Path xml = OUT.resolve(group.name()).resolve("mutations.xml");
            Verdict verdict = Verdict.of(group, Report.read(xml, SOURCES), accepted.mutants());
            print(group, verdict);
            good &= verdict.isGood();
        }
        System.exit(good ? 0 : 1);
    }

    private static void mutate(Group group) throws IOException, InterruptedException {
        Path out = OUT.resolve(group.name());
        Files.createDirectories(out);
        Path log = out.resolve("pit.log");
        ProcessBuilder pit =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "org.pitest.mutationtest.commandline.MutationCoverageReport",
                        "--reportDir=" + out,
                        "--targetClasses=" + group.classPatterns(),
                        "--targetTests=" + group.testPatterns(),
                        "--sourceDirs=" + SOURCES.toAbsolutePath(),
                        "--mutableCodePaths=" + CLASSES.toAbsolutePath(),
                        "--threads=" + Integer.getInteger("mutation.threads", 1),
                        "--outputFormats=XML,HTML",
                        "--timestampedReports=false",
                        "--jvmArgs=" + JVM_ARGUMENTS);
        pit.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        NO_ACCOUNT.forEach(pit.environment()::remove);
        pit.redirectErrorStream(true).redirectOutput(log.toFile());
        int status = pit.start().waitFor();
        if (status != 0) {
            throw new IOException("PIT ended with " + status + ", see " + log);
        }
    }

    private static void print(Group group, Verdict verdict) {
        System.out.printf(
                "%-10s %4d of %4d mutants noticed (%d %%)%s%n",
                group.name(),
                verdict.noticed(),
                verdict.mutants(),
                verdict.percent(),
                verdict.isGood() ? "" : "  FAILED");
        if (verdict.percent() < verdict.threshold()) {
            System.out.println("  too few: at least " + verdict.threshold() + " % are asked for");
        }
        verdict.survivors().forEach(m -> System.out.println("  no test notices " + m));
        verdict.outdated().forEach(m -> System.out.println("  accepted for nothing " + m));
    }
}
