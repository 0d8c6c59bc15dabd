package edgeone.purge.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The state of a job, derived from its batches and targets and never stored. */
public enum JobState {
    RUNNING,
    UNKNOWN,
    CANCELED,
    FAILED,
    PARTLY_FAILED,
    SUCCEEDED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<JobState> ofLabel(String label) {
        return Arrays.stream(values()).filter(s -> s.label().equals(label)).findFirst();
    }

    /**
     * Derives the state.
     *
     * @param anyUnknown whether any batch is unknown
     * @param anyOpen whether any batch is planned or sending
     * @param anyCanceled whether any batch was canceled before it was sent
     */
    public static JobState of(
            boolean anyUnknown, boolean anyOpen, boolean anyCanceled, TargetCounts targets) {
        if (anyUnknown) {
            return UNKNOWN;
        }
        if (anyOpen || targets.pending() + targets.accepted() > 0) {
            return RUNNING;
        }
        if (anyCanceled || targets.canceled() == targets.total()) {
            return CANCELED;
        }
        if (targets.succeeded() == 0) {
            return FAILED;
        }
        return targets.succeeded() == targets.total() ? SUCCEEDED : PARTLY_FAILED;
    }
}
