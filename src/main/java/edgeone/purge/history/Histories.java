package edgeone.purge.history;

import org.jspecify.annotations.Nullable;

/**
 * The history of this machine and, where there is a team, that of everyone.
 *
 * @param everyone null where there is no team
 */
public record Histories(JobHistory mine, @Nullable SharedHistory everyone) {

    /** The history to read a job from: this machine's, if it has the job. Blocks. */
    public JobHistory of(String jobId) {
        return everyone == null || mine.job(jobId).isPresent() ? mine : everyone;
    }
}
