package edgeone.purge.ui.history.job;

import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.TargetState;

import java.util.Arrays;
import java.util.List;

/** A choice of targets by how they ended. */
@SuppressWarnings("ImmutableEnumChecker") // copies that nobody can change
public enum OutcomeChoice {
    ALL(),
    NOT_PURGED(TargetState.FAILED, TargetState.TIMED_OUT, TargetState.REJECTED),
    OPEN(TargetState.PENDING, TargetState.ACCEPTED, TargetState.PROCESSING, TargetState.UNKNOWN),
    SUCCEEDED(TargetState.SUCCEEDED),
    CANCELED(TargetState.CANCELED);

    private final List<TargetState> states;

    OutcomeChoice(TargetState... states) {
        this.states = List.of(states);
    }

    /** The choice that holds a state. */
    static OutcomeChoice of(TargetState state) {
        return Arrays.stream(values())
                .filter(choice -> choice.states.contains(state))
                .findFirst()
                .orElse(ALL);
    }

    /** Empty for all. */
    List<TargetState> states() {
        return states;
    }

    int count(TargetCounts counts) {
        return switch (this) {
            case ALL -> counts.total();
            case NOT_PURGED -> counts.notPurged();
            case OPEN -> counts.pending() + counts.accepted() + counts.unknown();
            case SUCCEEDED -> counts.succeeded();
            case CANCELED -> counts.canceled();
        };
    }
}
