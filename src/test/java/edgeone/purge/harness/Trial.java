package edgeone.purge.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** One trial of a scenario: its random numbers, its stage and its result. For one thread. */
final class Trial {
    private final String scenario;
    private final long number;
    private final long seed;
    private final SplittableRandom random;
    private final Set<Audit.Finding> findings = new LinkedHashSet<>();
    private long strikes;
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

    void add(Set<Audit.Finding> found) {
        findings.addAll(found);
    }

    /** Counts faults that struck. */
    void strikes(long more) {
        strikes += more;
    }

    void broken(String what) {
        findings.add(new Audit.Finding(Audit.Kind.BROKEN, what));
    }

    void untrue(String what) {
        findings.add(new Audit.Finding(Audit.Kind.FALSE, what));
    }

    /** Marks that this trial found nothing left to try. */
    void exhausted() {
        last = true;
    }

    boolean isLast() {
        return last;
    }

    /** Ends the trial; stores any findings with their evidence. */
    Tally end() throws IOException {
        if (!findings.isEmpty()) {
            Path kept = Settings.findings().resolve(scenario + "-" + number + "-" + seed);
            if (stage != null) {
                stage.keep(kept);
            }
            Files.createDirectories(kept);
            Files.write(
                    kept.resolve("findings.txt"),
                    findings.stream().map(Audit.Finding::toString).toList());
            synchronized (System.err) {
                findings.stream()
                        .limit(5)
                        .forEach(f -> System.err.println(scenario + " " + number + " " + cut(f)));
                System.err.println("kept in " + kept);
            }
        }
        long submissions = 0;
        if (stage != null) {
            submissions = stage.edgeOne().accepted().size();
            stage.close();
        }
        return last && findings.isEmpty()
                ? Tally.NONE
                : Tally.ofTrial(strikes, submissions, findings);
    }

    private static String cut(Audit.Finding finding) {
        String text = finding.toString();
        return text.length() < 400 ? text : text.substring(0, 400) + "…";
    }
}
