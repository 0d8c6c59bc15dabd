package edgeone.purge.ui.purge;

import edgeone.purge.ui.purge.plan.Review;
import edgeone.purge.ui.shell.run.Run;

/** What the main button would do now, or why it can do nothing. */
public sealed interface Action {
    /** Whether the form can be changed. */
    default boolean isEditing() {
        return switch (this) {
            case Ready _, Refused _, Blocked _ -> true;
            case Sending _, Sent _ -> false;
        };
    }

    /** The plan can be submitted. */
    record Ready(Review review) implements Action {}

    /** The plan cannot be submitted; the plan itself says why. */
    record Refused(Review review) implements Action {}

    /** There is no plan to submit. */
    record Blocked(Reason reason) implements Action {}

    /** Requests are being sent. */
    record Sending(Run run) implements Action {}

    /** All requests are sent; the form waits for the next purge. */
    record Sent(Run run) implements Action {}

    /** Why there is no plan. */
    enum Reason {
        NOT_CONNECTED,
        NO_ZONE,
        READING_ZONE,
        /** What was pasted or opened is still being read, so the lines are not yet those meant. */
        READING_TEXT,
        /** The text can be read in several ways, and nobody has chosen yet. */
        UNDECIDED,
        /** The origin is to be asked first, and it is not known where. */
        NO_ORIGIN,
        ZONE_UNREADABLE,
        PLANNING,
        READ_ONLY
    }
}
