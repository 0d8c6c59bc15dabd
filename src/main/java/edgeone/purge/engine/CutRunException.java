package edgeone.purge.engine;

import edgeone.purge.journal.JournalException;

/**
 * The journal failed while a recorded job was being worked on. Nothing is sent from then on; what
 * had left is unknown until the journal works again and the job is resumed.
 */
public final class CutRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String jobId;
    private final JournalException cause;

    CutRunException(String jobId, JournalException cause) {
        super(cause);
        this.jobId = jobId;
        this.cause = cause;
    }

    public String jobId() {
        return jobId;
    }

    /** What is wrong with the journal. */
    public JournalException journal() {
        return cause;
    }
}
