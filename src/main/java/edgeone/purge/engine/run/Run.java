package edgeone.purge.engine.run;

import edgeone.purge.journal.Repositories;
import edgeone.purge.teo.error.TeoException;

import java.time.Clock;
import java.time.Duration;

/**
 * One run over jobs: what each step of it works with.
 *
 * @param connection the account whose jobs they are
 * @param journal where each step is recorded
 * @param timing how long to wait for what
 * @param clock this machine's
 * @param pauses how to wait
 * @param retries when to try again, shared by all calls of the run
 * @param progress told what happens
 * @param control lets the caller stop the run
 */
public record Run(
        Connection connection,
        Repositories journal,
        Timing timing,
        Clock clock,
        Pauses pauses,
        Retries retries,
        Progress progress,
        RunControl control) {

    /** Makes a Describe call, and repeats it as long as that may help. */
    public <T> T ask(Reads.Read<T> read) throws TeoException, InterruptedException {
        return new Reads(retries, pauses).ask(read, progress, control);
    }

    /** Reports a pause and waits; returns early if the run is stopped. */
    public void pause(Duration pause, Progress.Reason reason) throws InterruptedException {
        progress.on(new Progress.Event.Waiting(pause, reason));
        pauses.pause(pause, control);
    }
}
