package edgeone.purge.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of one target. */
public enum TargetState {
    PENDING,
    /** EdgeOne took it and has not said more. */
    ACCEPTED,
    /** EdgeOne says it is at work. */
    PROCESSING,
    /** EdgeOne said {@code success}; nothing else leads here. */
    SUCCEEDED,
    /** EdgeOne's own task failed. */
    FAILED,
    /** EdgeOne's own task timed out. */
    TIMED_OUT,
    CANCELED,
    /** Listed in FailedList, or its batch was refused for good. */
    REJECTED,
    /** Its batch was sent, and nobody knows yet whether EdgeOne took it. */
    UNKNOWN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more can happen to a target in this state. */
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
