package edgeone.purge.engine.run;

import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a resume did.
 *
 * @param resumed jobs with batches sent by this resume
 * @param resolved jobs with no unknown batches left
 * @param left jobs that still have planned or unknown batches, with the reason
 * @param trouble the last error that kept one of them open; null if there was none
 * @param verified jobs whose verification this resume finished
 * @param followed purges whose prefetch this resume made, or found that it cannot be made
 */
public record ResumeReport(
        List<String> resumed,
        List<String> resolved,
        List<Left> left,
        @Nullable TeoException trouble,
        List<String> verified,
        List<String> followed) {
    /** A report of a run that verified nothing. */
    public ResumeReport(
            List<String> resumed,
            List<String> resolved,
            List<Left> left,
            @Nullable TeoException trouble) {
        this(resumed, resolved, left, trouble, List.of(), List.of());
    }

    /** The same, with the jobs that were verified. */
    public ResumeReport withVerified(List<String> jobs) {
        return new ResumeReport(resumed, resolved, left, trouble, jobs, followed);
    }

    /** The same, with a purge whose prefetch is made, or cannot be made. */
    public ResumeReport withFollowed(String purge) {
        return new ResumeReport(
                resumed, resolved, left, trouble, verified, both(followed, List.of(purge)));
    }

    /** The same, with what a later pass over other jobs did. */
    public ResumeReport and(ResumeReport later) {
        return new ResumeReport(
                both(resumed, later.resumed),
                both(resolved, later.resolved),
                both(left, later.left),
                trouble == null ? later.trouble : trouble,
                both(verified, later.verified),
                both(followed, later.followed));
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    public ResumeReport {
        verified = List.copyOf(verified);
        followed = List.copyOf(followed);
        resumed = List.copyOf(resumed);
        resolved = List.copyOf(resolved);
        left = List.copyOf(left);
    }

    /** A job that is still open. */
    public record Left(String jobId, LeftReason reason) {}

    /** Why a job is still open. */
    public enum LeftReason {
        /** Another running process is working on it. */
        OWNED,
        /** It belongs to another account, key or endpoint. */
        OTHER_ACCOUNT,
        /** Its outcome could not be looked up. */
        UNRESOLVED,
        /** Several EdgeOne jobs match; only a person can tell which. */
        AMBIGUOUS,
        /** Sent too long ago for EdgeOne to look it up. */
        TOO_OLD,
        /** The quota does not take it yet. */
        WAITS_FOR_QUOTA,
        /** The quota it has to keep to could not be read. */
        QUOTA_UNREAD,
        /** EdgeOne could not be reached, so it stays planned. */
        NOT_SENT
    }
}
