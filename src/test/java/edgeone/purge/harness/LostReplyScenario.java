package edgeone.purge.harness;

import edgeone.purge.engine.RunResult;
import edgeone.purge.model.BatchState;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * EdgeOne accepts a purge, refusing some targets, and its reply is lost or proves nothing. Every
 * accepted purge must be found without being sent again. A strike is a lost reply.
 */
final class LostReplyScenario implements Scenario {
    private static final List<String> WAYS = List.of("lose-reply", "half", "truncated");
    private static final List<String> DENIALS =
            List.of(
                    "error-after=InternalError",
                    "error-after=InternalError.ProxyServer",
                    "error-after=FailedOperation",
                    "error-after=ServiceUnavailable",
                    "error-after=ResourceUnavailable.Busy",
                    "error-after=UnauthorizedOperation.Unknown",
                    "status-after=500",
                    "status-after=502",
                    "status-after=503",
                    "html-after",
                    "garbage-after");

    private final String name;
    private final List<String> ways;
    private final long trials;
    private final long shortTrials;

    private LostReplyScenario(String name, List<String> ways, long trials, long shortTrials) {
        this.name = name;
        this.ways = ways;
        this.trials = trials;
        this.shortTrials = shortTrials;
    }

    /** The connection ends before or within the reply. */
    static Scenario lost() {
        return new LostReplyScenario("lost", WAYS, 1_000, 60);
    }

    /** The reply arrives and reports an error. */
    static Scenario denied() {
        return new LostReplyScenario("internal", DENIALS, 200, 20);
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
        return 6;
    }

    @Override
    public void play(Trial trial) throws Exception {
        SplittableRandom random = trial.random();
        String way = ways.get(random.nextInt(ways.size()));
        double p = random.nextInt(4) == 0 ? 1 : random.nextDouble(0.2, 0.8);
        String faults = "CreatePurgeTask:" + way + (p == 1 ? "@first=1" : "@p=" + shown(p));
        if (random.nextBoolean()) {
            faults +=
                    ";CreatePurgeTask:reject=domain not valid@p="
                            + shown(random.nextDouble(0.05, 0.4));
        }
        Stage stage =
                trial.set(
                        random.nextInt(1, 7),
                        random.nextInt(1, 6),
                        Duration.ofMillis(random.nextInt(30)),
                        // Some take long, so that a success reported too early is noticed.
                        Duration.ofMillis(
                                random.nextInt(8) == 0 ? 3_000 : random.nextInt(100, 900)),
                        faults);
        try (EngineOnStage engine = new EngineOnStage(stage)) {
            RunResult result = engine.submit();
            long adopted =
                    result.batches().stream()
                            .filter(b -> b.state() == BatchState.ACCEPTED)
                            .filter(b -> b.errorCode() != null)
                            .count();
            trial.strikes(adopted);
            trial.add(stage.auditMidway());
            engine.follow(result.summary().job().id());
        }
        trial.add(stage.auditAtEnd());
        if (JournalCopy.of(stage.home()).hasUnfinished()) {
            trial.broken("followed, and not finished");
        }
    }

    private static String shown(double chance) {
        return String.valueOf(Math.round(chance * 100) / 100.0);
    }
}
