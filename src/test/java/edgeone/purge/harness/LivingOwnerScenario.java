package edgeone.purge.harness;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two concurrent {@code resume}, during a submission or after it was killed. A strike is a resume
 * that ran next to another process.
 */
final class LivingOwnerScenario implements Scenario {
    private static final int BATCHES = 90;
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return "beside";
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
        return 1;
    }

    @Override
    public void play(Trial trial) throws Exception {
        SplittableRandom random = trial.random();
        String faults = random.nextBoolean() ? "CreatePurgeTask:lose-reply@p=0.2" : "";
        Stage stage =
                trial.set(
                        BATCHES,
                        2,
                        Duration.ofMillis(random.nextInt(200)),
                        Duration.ofMillis(400),
                        faults);
        Program purge = Program.start(stage, "purge", Program.purge(stage, "--wait"));
        int after = 1 + random.nextInt(5);
        purge.waitUntil(() -> stage.wire().count("CreatePurgeTask") >= after);
        boolean killed = random.nextInt(3) == 0;
        if (killed && purge.kill()) {
            trial.add(stage.auditMidway());
        }
        List<String> resuming = List.of("resume");
        Program one = Program.start(stage, "beside-1", resuming);
        Program two = Program.start(stage, "beside-2", resuming);
        for (Program resume : List.of(one, two)) {
            boolean ran = resume.await() >= 0;
            // The result is only predictable if the other process certainly lived all the time.
            boolean beside = purge.isAlive() && stage.wire().count("CreatePurgeTask") < BATCHES;
            if (!ran) {
                trial.broken("resume hangs: " + resume.err());
            } else if (beside) {
                trial.strikes(1);
                named(trial, resume);
            }
        }
        if (!killed) {
            KillScenario.ended(trial, stage, purge, "purge", true);
        }
        KillScenario.resumeUntilDone(trial, stage, 0);
        trial.add(stage.auditAtEnd());
    }

    private static void named(Trial trial, Program resume) throws IOException {
        JsonNode left = JSON.readTree(resume.out()).path("left");
        if (left.size() != 1 || !left.get(0).path("reason").asString("").equals("owned")) {
            trial.broken("a living purge is not named as left: " + resume.out());
        }
    }
}
