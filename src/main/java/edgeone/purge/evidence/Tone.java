package edgeone.purge.evidence;

import edgeone.purge.model.BatchState;
import edgeone.purge.model.JobState;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.step.Step;

import java.util.Locale;

/** How a state is coloured; the word for it is always beside the colour. */
enum Tone {
    GOOD,
    BAD,
    DOUBT,
    BUSY,
    STILL;

    String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Tone of(JobState state) {
        return switch (state) {
            case SUCCEEDED -> GOOD;
            case FAILED, PARTLY_FAILED -> BAD;
            case UNKNOWN -> DOUBT;
            case RUNNING -> BUSY;
            case CANCELED -> STILL;
        };
    }

    static Tone of(BatchState state) {
        return switch (state) {
            case ACCEPTED -> GOOD;
            case REJECTED -> BAD;
            case UNKNOWN -> DOUBT;
            case SENDING -> BUSY;
            case PLANNED, CANCELED -> STILL;
        };
    }

    static Tone of(Verdict.Kind kind) {
        return switch (kind) {
            case FRESH, WAS_NOT_CACHED -> GOOD;
            case STALE -> BAD;
            case UNREACHABLE, UNCLEAR, REDIRECT, UNCHANGED -> DOUBT;
        };
    }

    static Tone of(TargetState state) {
        return switch (state) {
            case SUCCEEDED -> GOOD;
            case FAILED, TIMED_OUT, REJECTED -> BAD;
            case UNKNOWN -> DOUBT;
            case ACCEPTED, PROCESSING -> BUSY;
            case PENDING, CANCELED -> STILL;
        };
    }

    static Tone of(Step.State state) {
        return switch (state) {
            case DONE -> GOOD;
            case FAILED -> BAD;
            case NOT_DONE -> DOUBT;
            case RUNNING -> BUSY;
            case WAITING -> STILL;
        };
    }
}
