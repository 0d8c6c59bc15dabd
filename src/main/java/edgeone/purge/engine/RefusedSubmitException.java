package edgeone.purge.engine;

import edgeone.purge.engine.plan.Plan;

import java.util.List;

/** A purge was refused before anything was journaled or sent. */
public final class RefusedSubmitException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient List<Plan.Refusal> refusals;

    public RefusedSubmitException(Kind kind, List<Plan.Refusal> refusals) {
        super(kind + " " + refusals);
        this.kind = kind;
        this.refusals = List.copyOf(refusals);
    }

    public Kind kind() {
        return kind;
    }

    /** Why the plan cannot be sent. */
    public List<Plan.Refusal> refusals() {
        return refusals;
    }

    /** Why the purge was refused. */
    public enum Kind {
        /** The plan itself cannot be sent; see {@link #refusals()}. */
        PLAN,
        /** The account is read-only. */
        READ_ONLY,
        /** A wide purge was not confirmed. */
        NOT_CONFIRMED,
        /** The zone's name must be typed, and was not. */
        ZONE_NOT_TYPED,
        /** What was typed is not the zone's name. */
        ZONE_MISTYPED,
        /** The journal has no such job. */
        NO_SUCH_JOB,
        /** The job belongs to another account, key or endpoint. */
        OTHER_ACCOUNT,
        /** The job was submitted by someone else. */
        ELSEWHERE,
        /** Nothing failed in a way that may succeed now. */
        NOTHING_TO_RETRY,
        /** A note is required, and none was given. */
        NOTE_MISSING,
        /** The note does not hold what the settings ask for. */
        NOTE_MISMATCH,
        /** The note is longer than can be kept. */
        NOTE_TOO_LONG
    }
}
