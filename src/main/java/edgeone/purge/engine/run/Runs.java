package edgeone.purge.engine.run;

import edgeone.purge.journal.Repositories;

import java.time.Clock;
import java.util.random.RandomGenerator;

/** Begins runs, which share the journal, the clock and how long is waited. Thread-safe. */
public final class Runs {
    private final Repositories journal;
    private final Timing timing;
    private final Clock clock;
    private final Backoff backoff;

    /**
     * @param random spreads retries
     */
    public Runs(Repositories journal, Timing timing, Clock clock, RandomGenerator random) {
        this.journal = journal;
        this.timing = timing;
        this.clock = clock;
        this.backoff = new Backoff(timing.cap(), random);
    }

    /** Begins a run. */
    public Run begin(Connection connection, Progress progress, RunControl control) {
        return new Run(
                connection,
                journal,
                timing,
                clock,
                Pauses.REAL,
                retries(),
                new ClockNotice(connection.client().serverClock(), progress),
                control);
    }

    /** Begins a run that only reads; nobody stops or watches it. */
    public Run reading(Connection connection) {
        return begin(connection, Progress.SILENT, new RunControl());
    }

    /** Reads with retries of their own. */
    public Reads reads() {
        return new Reads(retries(), Pauses.REAL);
    }

    private Retries retries() {
        return new Retries(timing, backoff);
    }
}
