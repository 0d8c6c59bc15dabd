package edgeone.purge.harness;

import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.teo.error.TeoException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Replies of all actions are fuzzed while a list is purged and resumed; then the service behaves
 * again and everything is resumed once more. Nothing crashes, hangs, or becomes a false state.
 * Every tenth trial runs the real program. A strike is a fuzzed reply.
 */
final class FuzzScenario implements Scenario {
    private static final int RESUMES = 4;

    @Override
    public String name() {
        return "fuzz";
    }

    @Override
    public long trials() {
        return 2_000;
    }

    @Override
    public long shortTrials() {
        return 40;
    }

    @Override
    public int workers() {
        return 6;
    }

    @Override
    public void play(Trial trial) throws Exception {
        SplittableRandom random = trial.random();
        String faults = random.nextBoolean() ? "CreatePurgeTask:reject=domain not valid@p=0.2" : "";
        Stage stage =
                trial.set(
                        random.nextInt(1, 6),
                        random.nextInt(1, 5),
                        Duration.ofMillis(random.nextInt(20)),
                        Duration.ofMillis(300),
                        faults);
        double reads = random.nextInt(3) == 0 ? 0.3 : 0;
        Nonsense nonsense =
                new Nonsense(
                        Map.of(
                                "CreatePurgeTask", chance(random),
                                "DescribePurgeTasks", chance(random),
                                "DescribeZones", reads,
                                "DescribeAccelerationDomains", reads,
                                "DescribeContentQuota", reads),
                        random.split());
        stage.wire().use(nonsense);
        if (trial.number() % 10 == 9) {
            inProcesses(trial, stage);
        } else {
            inThisOne(trial, stage);
        }
        trial.strikes(nonsense.struck());
        stage.wire().use(Wire.Tamper.NOTHING);
        try (EngineOnStage engine = new EngineOnStage(stage)) {
            for (int n = 0; n < RESUMES && JournalCopy.of(stage.home()).hasOpen(); n++) {
                engine.resume();
            }
            JournalCopy journal = JournalCopy.of(stage.home());
            for (String job :
                    journal.rows().stream().map(JournalCopy.Row::job).distinct().toList()) {
                engine.follow(job);
            }
        }
        trial.add(stage.auditAtEnd());
        if (JournalCopy.of(stage.home()).hasUnfinished()) {
            trial.broken("followed, and not finished");
        }
    }

    private static double chance(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 0.3;
            case 2 -> 0.7;
            default -> 1;
        };
    }

    private static void inProcesses(Trial trial, Stage stage) throws Exception {
        Program purge = Program.start(stage, "purge", Program.purge(stage));
        KillScenario.ended(trial, stage, purge, "purge", false);
        Program resume = Program.start(stage, "resume", List.of("resume"));
        KillScenario.ended(trial, stage, resume, "resume", false);
    }

    private static void inThisOne(Trial trial, Stage stage) throws Exception {
        try (EngineOnStage engine = new EngineOnStage(stage)) {
            bounded(trial, "submit", engine::submit);
            trial.add(stage.auditMidway());
            bounded(trial, "resume", engine::resume);
            trial.add(stage.auditMidway());
        }
    }

    private static <T> void bounded(Trial trial, String what, Callable<T> call)
            throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = Thread.ofVirtual().start(task);
        try {
            task.get(Program.LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            trial.broken(what + " hangs: " + List.of(thread.getStackTrace()));
            thread.interrupt();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            boolean expected =
                    cause instanceof TeoException
                            || cause instanceof RefusedSubmitException
                            || cause instanceof JournalException;
            if (!expected) {
                trial.broken(what + " crashes: " + cause + " " + List.of(cause.getStackTrace()));
            }
        }
    }
}
