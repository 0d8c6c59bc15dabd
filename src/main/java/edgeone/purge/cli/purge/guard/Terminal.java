package edgeone.purge.cli.purge.guard;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** A person at a terminal, and the time that passes there. */
interface Terminal {
    /** The next line typed after {@code prompt}; null at the end of the input. */
    @Nullable String line(String prompt);

    /** Shows a line in place of the one shown so. */
    void overwrite(String text);

    /** As {@link System#nanoTime()}. */
    long nanos();

    /** Returns after about {@code time}. */
    void pause(Duration time) throws InterruptedException;
}
