package edgeone.purge.harness;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * SIGKILL at every journal write in turn, without a hook in the product. A tracer (strace) stops
 * the program before each write and sync of the journal's files. In even trials it kills at the
 * entry of a thread's n-th such call: this reaches every write that opens the journal and records
 * the job. Odd trials watch the write-ahead log from outside and kill when it has reached the n-th
 * write's length, while the writer is held in the write that follows or in the sync: half a frame,
 * a frame, a transaction without its commit, a commit that is not synced; this reaches every write
 * of every thread. The enumeration ends with the first program that ends normally.
 */
final class WriteKillScenario implements Scenario {
    private static final String CALLS = "pwrite64,fsync,fdatasync,ftruncate";

    /** A thread makes so many times fewer calls than all of them write halves of frames. */
    private static final int SPARSER = 4;

    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int FRAME = FRAME_HEADER + 4_096;

    private final String name;
    private final boolean journalFirst;
    private final int batches;
    private final long trials;
    private final long shortTrials;

    /** How many writes the short form skips at a time. */
    private final int stride;

    /** What else the purge is to do. */
    private final Function<Stage, List<String>> options;

    private WriteKillScenario(
            String name,
            boolean journalFirst,
            int batches,
            long trials,
            long shortTrials,
            int stride,
            Function<Stage, List<String>> options) {
        this.name = name;
        this.journalFirst = journalFirst;
        this.batches = batches;
        this.trials = trials;
        this.shortTrials = shortTrials;
        this.stride = stride;
        this.options = options;
    }

    /** A purge alone. */
    static WriteKillScenario ofPurge(boolean shortForm) {
        return new WriteKillScenario(
                "write-kill", false, 3, 1_000, 14, shortForm ? 66 : 1, _ -> List.of("--wait"));
    }

    /**
     * A purge that is followed by a prefetch, of which one target is not at the origin, and
     * verified at two nodes.
     */
    static WriteKillScenario ofSteps(boolean shortForm) {
        return new WriteKillScenario(
                "steps",
                true,
                1,
                1_200,
                14,
                shortForm ? 44 : 1,
                stage -> {
                    List<String> options = new ArrayList<>();
                    options.addAll(List.of("--wait", "--verify", "--then-prefetch"));
                    for (URI node : stage.edgeOne().edgeNodes().subList(0, 2)) {
                        options.addAll(List.of("--edge", node.toString()));
                    }
                    return options;
                });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long trials() {
        return trials;
    }

    @Override
    public long shortTrials() {
        return shortTrials;
    }

    @Override
    public int workers() {
        return 2;
    }

    @Override
    public void play(Trial trial) throws Exception {
        Stage stage = trial.set(batches, 2, Duration.ofMillis(20), Duration.ofMillis(300), "");
        stage.serve(stage.targets().getFirst());
        if (journalFirst) {
            Program.start(stage, "jobs", List.of("jobs")).await();
        }
        int next = (int) (trial.number() / 2) * stride;
        boolean killed =
                trial.number() % 2 == 0
                        ? atCall(stage, 1 + next / (stride == 1 ? 1 : SPARSER))
                        : atLength(stage, 1 + next);
        if (killed) {
            trial.strikes(1);
            trial.add(stage.auditMidway());
        }
        KillScenario.resumeUntilDone(trial, stage, 0);
        trial.add(stage.auditAtEnd());
        if (!killed && trial.number() % 2 == 1) {
            trial.exhausted();
        }
    }

    private boolean atCall(Stage stage, int n) throws IOException, InterruptedException {
        Program purge =
                Program.start(
                        stage, "purge", tracer(stage, "signal=SIGKILL:when=" + n), purge(stage));
        return purge.await() == Program.KILLED;
    }

    private boolean atLength(Stage stage, int n) throws IOException, InterruptedException {
        Path log = stage.home().resolve("journal.db-wal");
        long length = HEADER + (long) FRAME * ((n - 1) / 2) + (n % 2 == 0 ? FRAME_HEADER : 0);
        Program purge =
                Program.start(stage, "purge", tracer(stage, "delay_enter=4000"), purge(stage));
        boolean reached =
                purge.waitUntil(
                        () -> {
                            try {
                                return Files.exists(log) && Files.size(log) >= length;
                            } catch (IOException e) {
                                return false;
                            }
                        });
        return reached ? purge.kill() : purge.await() == Program.KILLED;
    }

    private List<String> purge(Stage stage) {
        return Program.purge(stage, options.apply(stage).toArray(String[]::new));
    }

    private static List<String> tracer(Stage stage, String what) {
        String journal = stage.home().resolve("journal.db").toString();
        return List.of(
                "strace",
                "-f",
                "-qq",
                "-o",
                "/dev/null",
                "-P",
                journal,
                "-P",
                journal + "-journal",
                "-P",
                journal + "-wal",
                "-e",
                "trace=" + CALLS,
                "-e",
                "inject=" + CALLS + ":" + what);
    }
}
