package edgeone.purge.engine.recent;

/**
 * The purge of a colleague to know about before a plan is sent.
 *
 * @param same how many targets of the plan it has too, as far as known
 */
public record TeamPurge(TeamJob job, int same) {

    /** The message that tells it, of {@link #arguments()}. */
    public String messageKey() {
        return job.running() ? "engine.recent.team.running" : "engine.recent.team.done";
    }

    /** Who, done, targets, minutes ago, and how many are the same. */
    public Object[] arguments() {
        return new Object[] {
            job.who(), job.done(), job.targets(), Math.max(1, job.ago().toMinutes()), same
        };
    }
}
