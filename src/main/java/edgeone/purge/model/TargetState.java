package edgeone.purge.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The state of one target. */
public enum TargetState {
    PENDING,
    /** EdgeOne accepted it and has reported nothing since. */
    ACCEPTED,
    /** EdgeOne reports it as processing. */
    PROCESSING,
    /** EdgeOne reported {@code success}; nothing else leads here. */
    SUCCEEDED,
    /** EdgeOne's own task failed. */
    FAILED,
    /** EdgeOne's own task timed out. */
    TIMED_OUT,
    CANCELED,
    /** Listed in FailedList, or its batch was refused permanently. */
    REJECTED,
    /** Its batch was sent; it is not yet known whether EdgeOne accepted it. */
    UNKNOWN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a target in this state will not change any more. */
    public boolean isFinal() {
        return switch (this) {
            case SUCCEEDED, FAILED, TIMED_OUT, CANCELED, REJECTED -> true;
            case PENDING, ACCEPTED, PROCESSING, UNKNOWN -> false;
        };
    }

    public static Optional<TargetState> ofLabel(String label) {
        return Arrays.stream(values()).filter(s -> s.label().equals(label)).findFirst();
    }
}
