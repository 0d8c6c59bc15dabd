package edgeone.purge.ui.history.list;

import edgeone.purge.model.JobState;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A choice of job states above the table. */
@SuppressWarnings("ImmutableEnumChecker") // copies that nobody can change
public enum StateChip {
    ALL(EnumSet.allOf(JobState.class)),
    RUNNING(EnumSet.of(JobState.RUNNING)),
    FAILED(EnumSet.of(JobState.FAILED, JobState.PARTLY_FAILED)),
    UNKNOWN(EnumSet.of(JobState.UNKNOWN)),
    SUCCEEDED(EnumSet.of(JobState.SUCCEEDED)),
    CANCELED(EnumSet.of(JobState.CANCELED));

    private final Set<JobState> states;

    StateChip(Set<JobState> states) {
        this.states = Set.copyOf(states);
    }

    /** The narrowest choice that holds a state. */
    static StateChip of(JobState state) {
        return Arrays.stream(values())
                .filter(chip -> chip != ALL && chip.states.contains(state))
                .findFirst()
                .orElse(ALL);
    }

    /** What to ask for; empty for all. */
    Set<JobState> filter() {
        return this == ALL ? Set.of() : states;
    }

    /** How many of the jobs counted by state it stands for. */
    int count(Map<JobState, Integer> counts) {
        return states.stream().mapToInt(state -> counts.getOrDefault(state, 0)).sum();
    }
}
