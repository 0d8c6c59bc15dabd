package edgeone.purge.accounts;

import edgeone.purge.model.SafetyLevel;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How carefully an account purges: its standing level, and possibly a lower one for a limited time.
 * It protects users of the account from mistakes, not the account from someone who can edit its
 * file.
 *
 * @param standing the level that applies unless it is lowered
 * @param lowered a lower level that applies until {@code until}; null for none
 * @param until when the standing level applies again; null exactly if {@code lowered} is
 */
public record Safety(SafetyLevel standing, @Nullable SafetyLevel lowered, @Nullable Instant until) {
    public Safety {
        if ((lowered == null) != (until == null)) {
            throw new IllegalArgumentException(
                    "a lowered level needs an end, and a standing one has none");
        }
        if (lowered != null && lowered.compareTo(standing) >= 0) {
            throw new IllegalArgumentException(lowered + " is not below " + standing);
        }
    }

    public static Safety of(SafetyLevel level) {
        return new Safety(level, null, null);
    }

    /** The level that applies at {@code now}. */
    public SafetyLevel effectiveLevel(Instant now) {
        return lowered != null && until != null && now.isBefore(until) ? lowered : standing;
    }

    /** Whether the level is lowered at {@code now}. */
    public boolean isLoweredAt(Instant now) {
        return effectiveLevel(now) != standing;
    }

    /** Whether {@code level} is lower than the level that applies at {@code now}. */
    public boolean wouldLower(SafetyLevel level, Instant now) {
        return level.compareTo(effectiveLevel(now)) < 0;
    }

    /** Lowers the level until {@code end}, then the standing one applies again. */
    Safety loweredTo(SafetyLevel level, Instant end) {
        return new Safety(standing, level, end);
    }

    /**
     * Raises the level to {@code level} at least: permanently if that is the standing level or
     * above, else for the rest of the time it is lowered.
     */
    Safety raisedTo(SafetyLevel level, Instant now) {
        boolean stillLowered = effectiveLevel(now) != standing;
        return stillLowered && until != null && level.compareTo(standing) < 0
                ? new Safety(standing, level, until)
                : of(level);
    }
}
