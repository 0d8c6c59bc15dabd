package edgeone.purge.cli.kit;

import edgeone.purge.messages.Messages;
import edgeone.purge.model.FollowUp;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;

import java.util.Map;
import java.util.Optional;

/** What became of the prefetch that is to follow a job. */
public final class NextReport {
    private final JobSummary job;
    private final Optional<FollowUp> followUp;
    private final Optional<JobSummary> next;

    public NextReport(Workplace workplace, JobSummary job) {
        this.job = job;
        String id = job.job().id();
        followUp = workplace.history().followUp(id);
        next = followUp.map(FollowUp::next).flatMap(workplace.history()::job);
    }

    Map<String, Object> json() {
        return next.<Map<String, Object>>map(n -> Map.of("next", n.job().id())).orElse(Map.of());
    }

    void print(Output output) {
        Messages messages = output.messages();
        next.ifPresent(
                n ->
                        output.text(
                                "cli.then.next",
                                n.job().id(),
                                messages.text("engine.job-state." + n.state()),
                                n.targets().succeeded(),
                                n.targets().total()));
    }

    /** The exit code of a job that would end with {@code exit} if nothing were to follow it. */
    public int exit(int exit) {
        if (followUp.isEmpty()) {
            return exit;
        }
        if (next.isPresent()) {
            return ExitCodes.weightier(exit, of(next.get()));
        }
        if (followUp.get().unmade() != null) {
            return ExitCodes.weightier(exit, ExitCodes.SOME_FAILED);
        }
        return job.endedAt() == null ? exit : ExitCodes.weightier(exit, ExitCodes.NOT_FINAL);
    }

    /** The same where a prefetch that is still under way is not waited for. */
    public int exitUnwaited(int exit) {
        return next.isPresent() && next.get().endedAt() == null ? exit : exit(exit);
    }

    private static int of(JobSummary next) {
        if (next.endedAt() == null) {
            return next.state() == JobState.RUNNING ? ExitCodes.NOT_FINAL : ExitCodes.UNKNOWN;
        }
        return next.targets().succeeded() == next.targets().total()
                ? ExitCodes.OK
                : ExitCodes.SOME_FAILED;
    }

    /** Says what was not prefetched, or what is still to come. */
    void advise(Output output) {
        if (followUp.isEmpty()) {
            return;
        }
        FollowUp.Unmade unmade = followUp.get().unmade();
        if (unmade != null) {
            output.note("engine.unmade." + unmade);
        } else if (next.isEmpty()) {
            output.note("cli.then.open", job.job().id());
        } else if (next.get().endedAt() == null) {
            output.note("cli.then.unfinished");
        } else if (of(next.get()) != ExitCodes.OK) {
            output.note("cli.then.failed", next.get().job().id());
        }
    }
}
