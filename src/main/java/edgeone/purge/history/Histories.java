package edgeone.purge.history;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Supplier;

/** The history of this machine and, while there is a team, that of everyone. */
public final class Histories {
    private final JobHistory mine;
    private final Supplier<Optional<SharedHistory>> team;

    /**
     * @param team the history of the team that is set now; must not block
     */
    public Histories(JobHistory mine, Supplier<Optional<SharedHistory>> team) {
        this.mine = mine;
        this.team = team;
    }

    public JobHistory mine() {
        return mine;
    }

    /** Null where there is no team now. */
    public @Nullable SharedHistory everyone() {
        return team.get().orElse(null);
    }

    /** The history to read a job from: this machine's, if it has the job. Blocks. */
    public JobHistory of(String jobId) {
        SharedHistory everyone = everyone();
        return everyone == null || mine.job(jobId).isPresent() ? mine : everyone;
    }
}
