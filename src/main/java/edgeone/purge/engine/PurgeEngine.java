package edgeone.purge.engine;

import edgeone.purge.model.Zone;
import edgeone.purge.teo.TeoException;

import java.time.Duration;
import java.util.List;

/** Everything that can be done to EdgeOne. */
public final class PurgeEngine {

    /** The zones the account may see. */
    public List<Zone> zones(Connection connection) throws TeoException, InterruptedException {
        throw new UnsupportedOperationException("being written");
    }

    /** Reads what planning needs to know of a zone; unreadable parts are named in the result. */
    public ZoneFacts facts(Connection connection, Zone zone)
            throws TeoException, InterruptedException {
        throw new UnsupportedOperationException("being written");
    }

    /** Plans a draft. Pure: nothing is read, written or sent. */
    public Plan plan(PurgeDraft draft, ZoneFacts facts) {
        throw new UnsupportedOperationException("being written");
    }

    /** What {@code connection} asks to be confirmed before {@code plan} may be submitted. */
    public ConsentNeeded consentNeeded(Connection connection, Plan plan) {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * Journals and submits a plan; returns when every batch is accepted, rejected, canceled, or
     * cannot be settled now.
     */
    public RunResult submit(
            Connection connection,
            Plan plan,
            Consent consent,
            Progress progress,
            RunControl control)
            throws RefusedSubmitException, InterruptedException {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * Asks EdgeOne until every accepted target is final, {@code timeout} passes, or the run is
     * stopped.
     */
    public RunResult follow(
            Connection connection,
            String jobId,
            Duration timeout,
            Progress progress,
            RunControl control)
            throws RefusedSubmitException, InterruptedException {
        throw new UnsupportedOperationException("being written");
    }

    /** Finishes or resolves every job that was left open and that nobody living owns. */
    public ResumeReport resume(Connection connection, Progress progress, RunControl control)
            throws InterruptedException {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * Plans and submits a new job of exactly the targets of {@code jobId} that failed in a way that
     * may pass now.
     */
    public RunResult retry(
            Connection connection,
            String jobId,
            Consent consent,
            Progress progress,
            RunControl control)
            throws RefusedSubmitException, TeoException, InterruptedException {
        throw new UnsupportedOperationException("being written");
    }

    /** What must be confirmed. */
    public enum ConsentNeeded {
        NOTHING,
        /** A yes. */
        YES,
        /** The zone's name typed. */
        TYPED_ZONE,
        /** Nothing helps: the account is read-only. */
        IMPOSSIBLE
    }
}
