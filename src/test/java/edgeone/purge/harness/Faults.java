package edgeone.purge.harness;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs scenarios and prints the results, one line of JSON per 100 trials and one at the end of each
 * scenario. Exits with 1 if anything was lost, doubled, false, unrecorded, unresolved or broken.
 * Options are system properties, see {@link Settings}; the argument {@code short} selects the short
 * form.
 */
public final class Faults {
    private static final int BLOCK = 20;
    private static final int LINE_EVERY = 100;

    private final boolean shortForm;
    private final RunState state;

    private Faults(boolean shortForm) {
        this.shortForm = shortForm;
        this.state = RunState.open(Settings.resume(), Settings.seed());
    }

    public static void main(String[] args) throws Exception {
        boolean shortForm = List.of(args).contains("short");
        boolean clean = new Faults(shortForm).run();
        System.exit(clean ? 0 : 1);
    }

    static List<Scenario> scenarios(boolean shortForm) {
        return List.of(
                new KillScenario(),
                WriteKillScenario.ofPurge(shortForm),
                WriteKillScenario.ofSteps(shortForm),
                new FullDiskScenario(),
                LostReplyScenario.lost(),
                LostReplyScenario.denied(),
                new LivingOwnerScenario(),
                new ClockScenario(),
                new StormScenario(),
                new FuzzScenario());
    }

    private boolean run() throws Exception {
        warmUp();
        List<String> wanted = List.of(Settings.scenario().split(","));
        boolean clean = true;
        int played = 0;
        for (Scenario scenario : scenarios(shortForm)) {
            if (wanted.contains("all") || wanted.contains(scenario.name())) {
                played++;
                clean &= play(scenario);
            }
        }
        if (played == 0) {
            throw new IllegalArgumentException("no such scenario: " + Settings.scenario());
        }
        return clean;
    }

    private boolean play(Scenario scenario) throws Exception {
        long standard = shortForm ? scenario.shortTrials() : scenario.trials();
        long trials = Settings.trials() > 0 ? Settings.trials() : standard;
        int workers = Settings.workers() > 0 ? Settings.workers() : scenario.workers();
        RunState.Progress progress = state.of(scenario.name());
        long started = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            while (progress.next() < trials && !progress.exhausted()) {
                long before = progress.next();
                long end = Math.min(trials, before + BLOCK);
                progress = block(pool, scenario, progress, end);
                state.keep(scenario.name(), progress);
                boolean line = progress.next() / LINE_EVERY > before / LINE_EVERY;
                if (line && progress.next() < trials && !progress.exhausted()) {
                    print(scenario, progress.tally(), started, false);
                }
            }
        }
        print(scenario, progress.tally(), started, true);
        return progress.tally().isClean();
    }

    private static RunState.Progress block(
            ExecutorService pool, Scenario scenario, RunState.Progress progress, long end)
            throws InterruptedException {
        List<Callable<Trial>> calls = new ArrayList<>();
        for (long n = progress.next(); n < end; n++) {
            long number = n;
            calls.add(() -> trial(scenario, number));
        }
        Tally tally = progress.tally();
        boolean exhausted = false;
        for (Future<Trial> future : pool.invokeAll(calls)) {
            try {
                Trial trial = future.get();
                tally = tally.plus(trial.end());
                exhausted |= trial.isLast();
            } catch (ExecutionException | IOException e) {
                throw new IllegalStateException("bug in the harness", e);
            }
        }
        return new RunState.Progress(end, exhausted, tally);
    }

    private static Trial trial(Scenario scenario, long number) {
        long seed = seed(scenario.name(), number);
        Trial trial = new Trial(scenario.name(), number, seed);
        try {
            scenario.play(trial);
        } catch (Exception | Error e) {
            trial.broken(e + " " + List.of(e.getStackTrace()));
        }
        return trial;
    }

    /** Any trial can be repeated alone: its seed is derived from the run's seed and its number. */
    private static long seed(String scenario, long number) {
        long mixed = Settings.seed() * 0x9e3779b97f4a7c15L + scenario.hashCode();
        mixed = (mixed ^ number) * 0xbf58476d1ce4e5b9L;
        return (mixed ^ mixed >>> 31) & Long.MAX_VALUE;
    }

    private static void print(Scenario scenario, Tally tally, long started, boolean end) {
        ObjectNode line = tally.json();
        line.put("scenario", scenario.name()).put("seed", Settings.seed()).put("end", end);
        line.put("seconds", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started));
        System.out.println(line);
        System.out.flush();
    }

    /** Runs the program once to archive its classes, so that later runs start faster. */
    private static void warmUp() throws IOException, InterruptedException {
        Path archive = Settings.sharedArchive();
        if (!Files.exists(Settings.programJar())) {
            throw new IllegalStateException("not built: " + Settings.programJar());
        }
        if (Files.exists(archive)
                && Files.getLastModifiedTime(archive)
                                .compareTo(Files.getLastModifiedTime(Settings.programJar()))
                        > 0) {
            return;
        }
        Files.deleteIfExists(archive);
        try (Stage stage = Stage.set(0, 2, 1, Duration.ZERO, Duration.ofMillis(100), "")) {
            Program program =
                    Program.starting(
                            stage,
                            "warm-up",
                            List.of(),
                            "-XX:ArchiveClassesAtExit=" + archive,
                            Program.purge(stage, "--wait"));
            int exit = program.await();
            if (exit != 0) {
                throw new IllegalStateException(
                        "the program fails without any fault: " + exit + " " + program.err());
            }
        }
    }
}
