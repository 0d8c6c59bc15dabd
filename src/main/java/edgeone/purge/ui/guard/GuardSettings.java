package edgeone.purge.ui.guard;

import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * How long the countdown takes, and by which clock.
 *
 * @param seconds the setting, read anew before each countdown
 * @param nanos as {@link System#nanoTime()}
 */
public record GuardSettings(Seconds seconds, LongSupplier nanos) {
    /** As a first start has it. */
    public static final GuardSettings STANDARD = new GuardSettings(() -> 10, System::nanoTime);

    /** Reads the setting. */
    @FunctionalInterface
    public interface Seconds {
        /**
         * 3 to 60, or 0 for none. Blocks on the disk.
         *
         * @throws IOException if it cannot be read; nothing may be purged then
         */
        int read() throws IOException;
    }
}
