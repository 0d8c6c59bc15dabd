package edgeone.purge.engine.run;

import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a resume did.
 *
 * @param resumed jobs with batches that were sent now
 * @param resolved jobs whose unknown batches are all settled now
 * @param left jobs that still have planned or unknown batches, with the reason
 * @param trouble the last error that kept one of them open; null where there was none
 */
public record ResumeReport(
        List<String> resumed,
        List<String> resolved,
        List<Left> left,
        @Nullable TeoException trouble) {
    public ResumeReport {
        resumed = List.copyOf(resumed);
        resolved = List.copyOf(resolved);
        left = List.copyOf(left);
    }

    /** A job that is still open. */
    public record Left(String jobId, LeftReason reason) {}

    /** Why a job is still open. */
    public enum LeftReason {
        /** Another living process is at work on it. */
        OWNED,
        /** It belongs to another account, key or endpoint. */
        OTHER_ACCOUNT,
        /** Its outcome could not be looked up now. */
        UNRESOLVED,
        /** Several EdgeOne jobs fit; only a person can tell. */
        AMBIGUOUS,
        /** Sent longer ago than EdgeOne keeps its history open to look-ups. */
        TOO_OLD,
        /** EdgeOne could not be reached, so it stays planned. */
        NOT_SENT
    }
}
