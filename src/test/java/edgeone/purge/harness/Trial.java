package edgeone.purge.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One trial of a scenario: its chances, its stage, and what came of it. One thread. */
final class Trial {
    private final String scenario;
    private final long number;
    private final long seed;
    private final SplittableRandom random;
    private final List<String> findings = new ArrayList<>();
    private Tally tally = Tally.oneTrial();
    private Stage stage;
    private boolean last;

    Trial(String scenario, long number, long seed) {
        this.scenario = scenario;
        this.number = number;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** Trials of a scenario are numbered from 0. */
    long number() {
        return number;
    }

    SplittableRandom random() {
        return random;
    }

    /** Sets this trial's stage. */
    Stage set(int batches, int perBatch, Duration latency, Duration processing, String faults)
            throws IOException {
        stage = Stage.set(seed, batches, perBatch, latency, processing, faults);
        return stage;
    }

    void add(Tally more) {
        tally = tally.plus(more);
    }

    void add(Audit.Result audit) {
        tally = tally.plus(audit.tally());
        findings.addAll(audit.findings());
    }

    void strike() {
        add(Tally.strikes(1));
    }

    void broken(String what) {
        add(Tally.aBreak());
        findings.add("broken: " + what);
    }

    void untrue(String what) {
        add(Tally.anUntruth());
        findings.add("false: " + what);
    }

    /** Nothing is left to try after this trial, which tried nothing itself. */
    void exhausted() {
        last = true;
    }

    boolean isLast() {
        return last;
    }

    /** Ends the trial; whatever was wrong is kept with all that belongs to it. */
    Tally end() throws IOException {
        if (!findings.isEmpty()) {
            Path kept = Settings.findings().resolve(scenario + "-" + number + "-" + seed);
            if (stage != null) {
                stage.keep(kept);
            }
            Files.createDirectories(kept);
            Files.write(kept.resolve("findings.txt"), findings);
            synchronized (System.err) {
                findings.stream()
                        .limit(5)
                        .forEach(f -> System.err.println(scenario + " " + number + " " + cut(f)));
                System.err.println("kept in " + kept);
            }
        }
        if (stage != null) {
            stage.close();
        }
        return last ? Tally.NONE : tally;
    }

    private static String cut(String text) {
        return text.length() < 400 ? text : text.substring(0, 400) + "…";
    }
}
