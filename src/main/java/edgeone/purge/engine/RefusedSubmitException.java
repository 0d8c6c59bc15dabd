package edgeone.purge.engine;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.release.Release;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** A purge was refused before anything was journaled or sent. */
public final class RefusedSubmitException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Kind kind;
    private final transient List<Plan.Refusal> refusals;
    private final transient List<Release> held;
    private final String detail;

    public RefusedSubmitException(Kind kind, List<Plan.Refusal> refusals) {
        this(kind, refusals, List.of(), "");
    }

    /** What must be released by a second person first, and is not. */
    static RefusedSubmitException held(Kind kind, List<Release> held) {
        return new RefusedSubmitException(kind, List.of(), held, "");
    }

    /** Nobody could be asked, for the reason in {@code detail}. */
    static RefusedSubmitException unasked(Kind kind, String detail) {
        return new RefusedSubmitException(kind, List.of(), List.of(), detail);
    }

    private RefusedSubmitException(
            Kind kind, List<Plan.Refusal> refusals, List<Release> held, String detail) {
        super(kind + " " + refusals + held + detail);
        this.kind = kind;
        this.refusals = List.copyOf(refusals);
        this.held = List.copyOf(held);
        this.detail = detail;
    }

    /** The requests that are not released; empty where the purge was refused for another reason. */
    public List<Release> held() {
        return held;
    }

    /**
     * Why nobody could be asked, as the database or the system said it; empty if that is not it.
     */
    public String detail() {
        return detail;
    }

    public Kind kind() {
        return kind;
    }

    /** What the texts of the kind name: requests, who decided, until when, and the detail. */
    public Object[] arguments() {
        if (held.isEmpty()) {
            return new Object[] {"", "", "", detail};
        }
        Release first = held.getFirst();
        String by = first.by();
        return new Object[] {
            held.stream().map(Release::request).collect(Collectors.joining(", ")),
            by == null ? "" : by,
            CLOCK.format(first.until().atZone(ZoneId.systemDefault())),
            detail
        };
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
        NOTE_TOO_LONG,
        /** A second person must release it, and has been asked; see {@link #held()}. */
        RELEASE_WAITING,
        /** A second person declined it. */
        RELEASE_DECLINED,
        /** Nobody released it in time, or it was not sent in time. */
        RELEASE_EXPIRED,
        /** Its release was taken by a run that ended before anything was recorded or sent. */
        RELEASE_LOST,
        /** A second person must release it, and no team's database is set. */
        RELEASE_NO_TEAM,
        /** The same, and the team's database cannot be used; see {@link #detail()}. */
        RELEASE_UNREACHABLE
    }
}
