package edgeone.purge.harness;

import edgeone.purge.engine.RunResult;
import edgeone.purge.model.Batch;
import edgeone.purge.model.BatchState;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A storm of RequestLimitExceeded and HTTP 500, before and after EdgeOne accepts the purge, that
 * also hits lookups. Every batch ends accepted or reported, with at most three tries and one more
 * per resume. A strike is a request that was sent again.
 */
final class StormScenario implements Scenario {
    private static final int TRIES = 3;
    private static final int RESUMES = 6;

    @Override
    public String name() {
        return "storm";
    }

    @Override
    public long trials() {
        return 100;
    }

    @Override
    public long shortTrials() {
        return 12;
    }

    @Override
    public int workers() {
        return 6;
    }

    @Override
    public void play(Trial trial) throws Exception {
        SplittableRandom random = trial.random();
        double limit = random.nextDouble(0.1, 0.5);
        double before = random.nextDouble(0.05, 0.3);
        double after = random.nextDouble(0.05, 0.3);
        String faults =
                "CreatePurgeTask:error=RequestLimitExceeded@p=%.2f".formatted(limit)
                        + ";CreatePurgeTask:status=500@p=%.2f".formatted(before)
                        + ";CreatePurgeTask:status-after=500@p=%.2f".formatted(after)
                        + ";DescribePurgeTasks:error=RequestLimitExceeded@p=%.2f"
                                .formatted(random.nextDouble(0.4))
                        + ";DescribePurgeTasks:status=500@p=%.2f".formatted(random.nextDouble(0.3));
        Stage stage =
                trial.set(
                        random.nextInt(2, 7),
                        random.nextInt(1, 4),
                        Duration.ofMillis(10),
                        Duration.ofMillis(300),
                        faults);
        try (EngineOnStage engine = new EngineOnStage(stage)) {
            RunResult result = engine.submit();
            int resumes = 0;
            tries(trial, stage, TRIES);
            trial.add(stage.auditMidway());
            while (JournalCopy.of(stage.home()).hasOpen() && resumes < RESUMES) {
                engine.resume();
                resumes++;
                tries(trial, stage, TRIES + resumes);
                trial.add(stage.auditMidway());
            }
            named(trial, engine.follow(result.summary().job().id()).batches());
            long batches = result.batches().size();
            trial.strikes(stage.wire().count("CreatePurgeTask") - batches);
        }
        trial.add(stage.auditAtEnd());
    }

    private static void tries(Trial trial, Stage stage, int most) {
        Map<String, Integer> sent = new HashMap<>();
        for (Wire.Seen request : stage.wire().requests()) {
            if (request.action().equals("CreatePurgeTask")) {
                sent.merge(request.body(), 1, Integer::sum);
            }
        }
        sent.forEach(
                (body, times) -> {
                    if (times > most) {
                        trial.broken(times + " tries, " + most + " allowed: " + body);
                    }
                });
    }

    private static void named(Trial trial, List<Batch> batches) {
        for (Batch batch : batches) {
            boolean named = batch.state() == BatchState.REJECTED && batch.errorCode() != null;
            if (batch.state() != BatchState.ACCEPTED && !named) {
                trial.broken("neither accepted nor named: " + batch);
            }
        }
    }
}
