package edgeone.purge.engine;

import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.ResumeReport.Left;
import edgeone.purge.engine.run.ResumeReport.LeftReason;
import edgeone.purge.journal.JobRepository;
import edgeone.purge.journal.OwnershipRepository;
import edgeone.purge.model.Job;

import java.util.ArrayList;
import java.util.List;

/** The jobs of the journal that a connection may continue. */
final class OwnJobs {
    private final JobRepository jobs;
    private final OwnershipRepository ownership;

    OwnJobs(JobRepository jobs, OwnershipRepository ownership) {
        this.jobs = jobs;
        this.ownership = ownership;
    }

    /**
     * Open jobs.
     *
     * @param claimed those this process now owns
     * @param left those it may not continue, with the reason
     */
    record Claims(List<Job> claimed, List<Left> left) {}

    /** Finds a job of the connection. */
    Job find(Connection connection, String jobId) throws RefusedSubmitException {
        ownership.settleOrphans();
        Job job =
                jobs.find(jobId)
                        .orElseThrow(() -> new RefusedSubmitException(Kind.NO_SUCH_JOB, List.of()));
        if (!connection.owns(job)) {
            throw new RefusedSubmitException(Kind.OTHER_ACCOUNT, List.of());
        }
        return job;
    }

    /** Claims every open job of the connection that no running process owns. */
    Claims claimOpen(Connection connection) {
        ownership.settleOrphans();
        List<Job> claimed = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        for (Job job : jobs.open()) {
            if (!connection.owns(job)) {
                left.add(new Left(job.id(), LeftReason.OTHER_ACCOUNT));
            } else if (!ownership.claim(job.id())) {
                left.add(new Left(job.id(), LeftReason.OWNED));
            } else {
                claimed.add(job);
            }
        }
        return new Claims(claimed, left);
    }
}
