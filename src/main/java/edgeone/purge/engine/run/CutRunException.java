package edgeone.purge.engine.run;

import edgeone.purge.journal.file.JournalException;

import java.util.List;

/**
 * The journal failed while a recorded job was running. Nothing more is sent; what had left is
 * unknown until the journal works again and the job is resumed.
 */
public final class CutRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<CutJob> jobs;
    private final JournalException cause;

    /**
     * @param jobs the running jobs, at least one
     */
    CutRunException(List<CutJob> jobs, JournalException cause) {
        super(cause);
        this.jobs = List.copyOf(jobs);
        this.cause = cause;
    }

    /** The first of the jobs. */
    public String jobId() {
        return jobs.getFirst().job().id();
    }

    /** The running jobs, with what is known about their requests. */
    public List<CutJob> jobs() {
        return jobs;
    }

    /** What is wrong with the journal. */
    public JournalException journal() {
        return cause;
    }
}
