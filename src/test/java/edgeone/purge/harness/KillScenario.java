package edgeone.purge.harness;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * SIGKILL at a random moment of {@code purge --wait}, often of the {@code resume --wait} after it
 * too; then {@code resume --wait} until nothing is left. A strike is a kill.
 */
final class KillScenario implements Scenario {
    private static final int RESUMES = 8;
    private static final int MOST_KILLS = 3;

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public long trials() {
        return 1_000;
    }

    @Override
    public long shortTrials() {
        return 15;
    }

    @Override
    public int workers() {
        return 2;
    }

    @Override
    public void play(Trial trial) throws Exception {
        SplittableRandom random = trial.random();
        int batches = random.nextInt(5, 21);
        String faults =
                random.nextInt(4) == 0 ? "CreatePurgeTask:reject=domain not valid@p=0.2" : "";
        Stage stage =
                trial.set(
                        batches,
                        random.nextInt(1, 5),
                        Duration.ofMillis(random.nextInt(80)),
                        // Some take long, so that a success reported too early is noticed.
                        Duration.ofMillis(
                                random.nextInt(4) == 0 ? 4_000 : random.nextInt(200, 1_500)),
                        faults);
        Program purge = Program.start(stage, "purge", Program.purge(stage, "--wait"));
        if (!killAtRandom(trial, stage, purge, batches)) {
            ended(trial, stage, purge, "purge", true);
        }
        resumeUntilDone(trial, stage, random.nextInt(3) == 0 ? MOST_KILLS - 1 : 0);
        trial.add(stage.auditAtEnd());
    }

    private static boolean killAtRandom(Trial trial, Stage stage, Program program, int batches)
            throws IOException, InterruptedException {
        SplittableRandom random = trial.random();
        int kind = random.nextInt(8);
        if (kind == 0) {
            // Any moment, starting and opening the journal included.
            Thread.sleep(random.nextInt(2_500));
        } else if (kind == 1) {
            // While it follows.
            int after = 1 + random.nextInt(3);
            program.waitUntil(() -> stage.wire().count("DescribePurgeTasks") >= after);
            Thread.sleep(random.nextInt(100));
        } else {
            int after = 1 + random.nextInt(batches);
            program.waitUntil(() -> stage.wire().count("CreatePurgeTask") >= after);
            Thread.sleep(Duration.ofNanos(random.nextLong(120_000_000)));
        }
        if (!program.kill()) {
            return false;
        }
        trial.strikes(1);
        trial.add(stage.auditMidway());
        return true;
    }

    /** Resumes until the journal has nothing open; some resumes are killed as well. */
    static void resumeUntilDone(Trial trial, Stage stage, int kills)
            throws IOException, InterruptedException {
        SplittableRandom random = trial.random();
        for (int n = 1; n <= RESUMES; n++) {
            Program resume = Program.start(stage, "resume-" + n, List.of("resume", "--wait"));
            if (n <= kills) {
                int before = stage.wire().requests().size();
                int after = 1 + random.nextInt(6);
                resume.waitUntil(() -> stage.wire().requests().size() >= before + after);
                Thread.sleep(Duration.ofNanos(random.nextLong(200_000_000)));
                if (resume.kill()) {
                    trial.strikes(1);
                    trial.add(stage.auditMidway());
                    continue;
                }
            }
            ended(trial, stage, resume, "resume", true);
            JournalCopy journal = JournalCopy.of(stage.home());
            if (!journal.hasOpen() && !journal.hasUnfinished()) {
                return;
            }
        }
    }

    /**
     * Waits for the program to end, and checks its exit code against the truth.
     *
     * @param waited whether it was told to wait for EdgeOne
     */
    static int ended(Trial trial, Stage stage, Program program, String name, boolean waited)
            throws IOException, InterruptedException {
        int exit = program.await();
        if (exit < 0) {
            trial.broken(name + " hangs: " + program.err());
        } else if (exit == 1 || exit > 8) {
            trial.broken(name + " ends with " + exit + ": " + program.err());
        }
        JournalCopy journal = JournalCopy.of(stage.home());
        trial.add(stage.auditMidway(journal));
        if (exit == 0 && (journal.hasOpen() || (waited && journal.hasUnfinished()))) {
            trial.untrue(name + " ends with 0, and something is open: " + journal.open());
        }
        return exit;
    }
}
