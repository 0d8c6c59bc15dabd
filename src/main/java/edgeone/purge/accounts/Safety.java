package edgeone.purge.accounts;

import edgeone.purge.model.SafetyLevel;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How carefully an account purges: the level that stands, and perhaps a lower one for a while. It
 * guards against slips of whoever uses the account, not against whoever may edit its file.
 *
 * @param standing the level that holds when nothing else does
 * @param lowered a lower level that holds until {@code until}; null where there is none
 * @param until when the standing level comes back; null exactly where {@code lowered} is
 */
public record Safety(SafetyLevel standing, @Nullable SafetyLevel lowered, @Nullable Instant until) {
    public Safety {
        if ((lowered == null) != (until == null)) {
            throw new IllegalArgumentException("a lowered level has an end, and nothing else has");
        }
        if (lowered != null && lowered.compareTo(standing) >= 0) {
            throw new IllegalArgumentException(lowered + " is not below " + standing);
        }
    }

    public static Safety of(SafetyLevel level) {
        return new Safety(level, null, null);
    }

    /** The level that holds at {@code now}. */
    public SafetyLevel effectiveLevel(Instant now) {
        return lowered != null && until != null && now.isBefore(until) ? lowered : standing;
    }

    /** Whether less is asked at {@code now} than the standing level does. */
    public boolean isLoweredAt(Instant now) {
        return effectiveLevel(now) != standing;
    }

    /** Whether going to {@code level} at {@code now} asks less than what holds then. */
    public boolean wouldLower(SafetyLevel level, Instant now) {
        return level.compareTo(effectiveLevel(now)) < 0;
    }

    /** A lower level until {@code end}; the standing one stays what it falls back to. */
    Safety loweredTo(SafetyLevel level, Instant end) {
        return new Safety(standing, level, end);
    }

    /**
     * At least {@code level} from {@code now} on: for good where that is the standing level or
     * above, else for what is left of the time it was lowered for.
     */
    Safety raisedTo(SafetyLevel level, Instant now) {
        boolean stillLowered = effectiveLevel(now) != standing;
        return stillLowered && until != null && level.compareTo(standing) < 0
                ? new Safety(standing, level, until)
                : of(level);
    }
}
