package edgeone.purge.harness;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * This machine's clock and EdgeOne's are hours apart. The first purge goes through, with exactly
 * one request more than with a good clock. A purge counts as a strike.
 */
final class ClockScenario implements Scenario {
    /** Zones, hosts, quotas and what was purged recently, each once. */
    private static final int READS = 4;

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public long trials() {
        return 50;
    }

    @Override
    public long shortTrials() {
        return 4;
    }

    @Override
    public int workers() {
        return 2;
    }

    @Override
    public void play(Trial trial) throws Exception {
        SplittableRandom random = trial.random();
        long seconds = trial.number() < 2 ? 10_800 : random.nextLong(400, 20_000);
        String offset = (trial.number() % 2 == 0 ? "+" : "-") + seconds;
        int batches = random.nextInt(1, 6);
        Stage stage =
                trial.set(
                        batches,
                        3,
                        Duration.ofMillis(5),
                        Duration.ofMillis(300),
                        "clock=" + offset);
        Program purge = Program.start(stage, "purge", Program.purge(stage));
        trial.strikes(1);
        int exit = purge.await();
        int requests = stage.wire().requests().size();
        if (exit != 0) {
            trial.broken("clock off by " + offset + " s: exit code " + exit + ": " + purge.err());
        } else if (requests != READS + batches + 1) {
            trial.broken(
                    "clock off by %s s: %d requests for %d batches"
                            .formatted(offset, requests, batches));
        }
        int follow = Program.start(stage, "follow", List.of("resume", "--wait")).await();
        if (follow != 0) {
            trial.broken("resume --wait ends with " + follow);
        }
        if (!everySuccess(stage)) {
            trial.broken("not everything succeeded");
        }
        trial.add(stage.auditAtEnd());
    }

    private static boolean everySuccess(Stage stage) throws IOException {
        return JournalCopy.of(stage.home()).rows().stream()
                .allMatch(r -> r.state().equals("succeeded"));
    }
}
