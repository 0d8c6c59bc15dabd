package edgeone.purge.model;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;

/**
 * The prefetch that is to follow a purge.
 *
 * @param next the job that prefetches; null until it is recorded
 * @param unmade why there will be none; null as long as there is or will be one
 */
public record FollowUp(@Nullable String next, @Nullable Unmade unmade) {
    /** Whether the prefetch is still to be made. */
    public boolean isOpen() {
        return next == null && unmade == null;
    }

    /** Why nothing was prefetched. */
    public enum Unmade {
        /** No target was purged. */
        NOTHING_PURGED,
        /** The purge was canceled. */
        CANCELED,
        /** The zone's plan has no prefetch. */
        NOT_IN_PLAN,
        /** Today's quota does not take it. */
        QUOTA,
        /** It cannot be planned, or may not be submitted. */
        REFUSED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** {@link #REFUSED} for a label that a later version wrote. */
        public static Unmade ofLabel(String label) {
            return Arrays.stream(values())
                    .filter(u -> u.label().equals(label))
                    .findFirst()
                    .orElse(REFUSED);
        }
    }
}
