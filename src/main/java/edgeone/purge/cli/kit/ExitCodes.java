package edgeone.purge.cli.kit;

import edgeone.purge.engine.RunResult;
import edgeone.purge.model.Batch;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.team.db.TeamTrouble;
import edgeone.purge.teo.error.ErrorCatalogue;
import edgeone.purge.teo.error.ErrorClass;
import edgeone.purge.teo.error.TeoException;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The exit codes of the contract, and the choice among them. */
public final class ExitCodes {
    public static final int OK = 0;
    public static final int BUG = 1;

    /** Refused before anything was sent. */
    public static final int REFUSED = 2;

    /** Some targets failed or were rejected. */
    public static final int SOME_FAILED = 3;

    public static final int ALL_FAILED = 4;

    /** The outcome of a request is unknown, or something is left to send. */
    public static final int UNKNOWN = 5;

    /** Cannot sign in, or no permission. */
    public static final int NO_ACCESS = 6;

    /** EdgeOne is unreachable. */
    public static final int UNREACHABLE = 7;

    /** Accepted, but not final when the timeout passed. */
    public static final int NOT_FINAL = 8;

    /** The contract's precedence. */
    private static final List<Integer> BY_WEIGHT =
            List.of(
                    BUG,
                    REFUSED,
                    UNKNOWN,
                    NO_ACCESS,
                    UNREACHABLE,
                    ALL_FAILED,
                    SOME_FAILED,
                    NOT_FINAL,
                    OK);

    private static final Set<ErrorClass> NO_ACCESS_REASONS =
            EnumSet.of(ErrorClass.AUTH, ErrorClass.CLOCK, ErrorClass.PERMISSION);

    private ExitCodes() {}

    /**
     * The exit code for a run over a job, by the contract's precedence: 5, then 6 or 7 if nothing
     * was accepted for that reason, then 4, 3, 8, 0.
     *
     * @param waited whether the caller asked for final states; those that could not be polled then
     *     count as not final
     */
    public static int of(RunResult result, boolean waited) {
        if (has(result, BatchState.UNKNOWN)) {
            return UNKNOWN;
        }
        if (!has(result, BatchState.ACCEPTED)) {
            Set<ErrorClass> reasons =
                    result.batches().stream()
                            .map(Batch::errorCode)
                            .filter(Objects::nonNull)
                            .map(ErrorCatalogue::classOf)
                            .collect(Collectors.toSet());
            if (reasons.stream().anyMatch(NO_ACCESS_REASONS::contains)) {
                return NO_ACCESS;
            }
            if (reasons.contains(ErrorClass.NETWORK)) {
                return UNREACHABLE;
            }
        }
        if (has(result, BatchState.PLANNED) || has(result, BatchState.SENDING)) {
            return UNKNOWN;
        }
        TargetCounts targets = result.summary().targets();
        boolean open = targets.accepted() > 0;
        int bad = targets.notPurged() + targets.canceled();
        if (bad == targets.total()) {
            return ALL_FAILED;
        }
        if (bad > 0) {
            return SOME_FAILED;
        }
        return waited && open ? NOT_FINAL : OK;
    }

    /**
     * The exit code for following a job: as {@link #of(RunResult, boolean)}, except that an error
     * in polling EdgeOne is the reason to end.
     */
    public static int ofFollowing(RunResult result) {
        TeoException trouble = result.lastTrouble();
        int exit = of(result, true);
        return exit == NOT_FINAL && trouble != null ? of(trouble) : exit;
    }

    /** The one of two codes with which a command over several jobs ends. */
    public static int weightier(int one, int other) {
        return BY_WEIGHT.indexOf(one) <= BY_WEIGHT.indexOf(other) ? one : other;
    }

    /** The exit code for an error that ended a command before anything was sent. */
    public static int of(TeoException e) {
        return switch (e.errorClass()) {
            case AUTH, CLOCK, PERMISSION -> NO_ACCESS;
            case NETWORK, UNREADABLE, SERVER, THROTTLE -> UNREACHABLE;
            case QUOTA, INPUT, ZONE -> REFUSED;
        };
    }

    /** The exit code of a command that is about the team's database, and could not use it. */
    public static int of(TeamTrouble trouble) {
        return switch (trouble.kind()) {
            case PASSWORD, LOCKED, SECRET, CERTIFICATE, NO_TLS, RIGHTS -> NO_ACCESS;
            case UNREACHABLE, SLOW, FULL, READ_ONLY, FAILED -> UNREACHABLE;
            case NOT_POSTGRESQL,
                    OLD_SERVER,
                    NO_DATABASE,
                    NO_SCHEMA,
                    OLDER_SCHEMA,
                    NEWER_SCHEMA,
                    BROKEN,
                    CLOCK,
                    ADDRESS ->
                    REFUSED;
        };
    }

    private static boolean has(RunResult result, BatchState state) {
        return result.batches().stream().map(Batch::state).anyMatch(state::equals);
    }
}
