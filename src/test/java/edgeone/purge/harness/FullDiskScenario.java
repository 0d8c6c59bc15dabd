package edgeone.purge.harness;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The journal cannot grow at some moment of {@code purge}: when it is opened, while the job is
 * recorded, or while it is sent. A limit on file size simulates a full disk. Then there is room
 * again, and {@code resume --wait} runs. A strike is a program stopped by it.
 */
final class FullDiskScenario implements Scenario {
    private static final int REFUSED = 2;
    private static final int UNKNOWN = 5;

    @Override
    public String name() {
        return "full-disk";
    }

    @Override
    public long trials() {
        return 100;
    }

    @Override
    public long shortTrials() {
        return 6;
    }

    @Override
    public int workers() {
        return 2;
    }

    @Override
    public void play(Trial trial) throws Exception {
        SplittableRandom random = trial.random();
        Stage stage =
                trial.set(
                        random.nextInt(10, 30),
                        random.nextInt(1, 5),
                        Duration.ofMillis(random.nextInt(40)),
                        Duration.ofMillis(300),
                        "");
        // Creates the home folder and what is unpacked into it.
        Program.start(stage, "jobs", List.of("jobs")).await();
        int kilobytes = random.nextInt(64, 800);
        Program purge =
                Program.start(
                        stage,
                        "purge",
                        List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "-"),
                        Program.purge(stage));
        int exit = purge.await();
        if (exit != 0) {
            trial.strikes(1);
            told(trial, stage, purge, exit);
        }
        KillScenario.resumeUntilDone(trial, stage, 0);
        if (JournalCopy.of(stage.home()).rows().isEmpty()
                && !stage.edgeOne().accepted().isEmpty()) {
            trial.untrue("purged without a record");
        }
        trial.add(stage.auditAtEnd());
    }

    private static void told(Trial trial, Stage stage, Program purge, int exit) throws IOException {
        if (exit != REFUSED && exit != UNKNOWN) {
            trial.broken("a full disk ends with " + exit + ": " + purge.err());
        } else if (exit == REFUSED && stage.wire().count("CreatePurgeTask") > 0) {
            trial.untrue("says that nothing was sent: " + purge.err());
        } else if (purge.err().isBlank()) {
            trial.broken("says nothing");
        }
    }
}
