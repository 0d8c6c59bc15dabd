package edgeone.purge.ui.shortcuts;

import java.util.function.BooleanSupplier;

/**
 * An action somebody can take now, with what it runs.
 *
 * @param possible whether it can be taken at this moment
 */
public record Offer(WindowAction action, BooleanSupplier possible, Runnable run) {
    /** One that can always be taken. */
    public Offer(WindowAction action, Runnable run) {
        this(action, () -> true, run);
    }
}
