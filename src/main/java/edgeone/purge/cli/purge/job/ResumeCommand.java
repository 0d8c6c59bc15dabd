package edgeone.purge.cli.purge.job;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.JobJson;
import edgeone.purge.cli.kit.NextReport;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.ProgressPrinter;
import edgeone.purge.cli.kit.RunningJob;
import edgeone.purge.cli.kit.Trouble;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.cli.purge.guard.SystemTerminal;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.query.JobFilter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

@Command(name = "resume", description = "${bundle:help.resume}")
public final class ResumeCommand extends EdgeOneCommand {
    @Option(names = "--wait", description = "${bundle:help.resume.wait}")
    private boolean wait;

    @Option(names = "--timeout", paramLabel = "S", description = "${bundle:help.timeout}")
    private long timeout = 1_800;

    public ResumeCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        FollowCommand.timeout(timeout);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        Connection connection = workplace.connection();
        ProgressPrinter progress = new ProgressPrinter(output, SystemTerminal.isThere());
        try (RunningJob running = new RunningJob()) {
            ResumeReport report =
                    workplace.engine().resume(connection, progress, running.control());
            int worst = ExitCodes.OK;
            List<String> verified = new ArrayList<>(report.verified());
            if (wait) {
                for (JobSummary job : processing(workplace, connection)) {
                    RunResult result =
                            workplace
                                    .engine()
                                    .follow(
                                            connection,
                                            job.job().id(),
                                            Duration.ofSeconds(timeout),
                                            progress,
                                            running.control());
                    worst = ExitCodes.weightier(worst, ExitCodes.ofFollowing(result));
                    worst = new NextReport(workplace, result.summary()).exit(worst);
                    if (isVerified(workplace, job)) {
                        verified.add(job.job().id());
                    }
                }
            }
            for (JobSummary purge : followed(workplace, report)) {
                NextReport next = new NextReport(workplace, purge);
                worst = wait ? next.exit(worst) : next.exitUnwaited(worst);
            }
            progress.end();
            report = report.withVerified(verified);
            print(report, output);
            return report.left().isEmpty() ? judged(workplace, report, worst) : ExitCodes.UNKNOWN;
        }
    }

    /** The purges whose prefetch this resume made, sent, or found that it cannot be made. */
    private static List<JobSummary> followed(Workplace workplace, ResumeReport report) {
        Stream<String> sent =
                report.resumed().stream()
                        .map(workplace.history()::followedBy)
                        .flatMap(Optional::stream);
        return Stream.concat(report.followed().stream(), sent)
                .distinct()
                .map(workplace.history()::job)
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isVerified(Workplace workplace, JobSummary job) {
        return workplace
                .history()
                .verification(job.job().id())
                .map(v -> v.afterAt() != null)
                .orElse(false);
    }

    /** A job that turns out to be stale counts as one with failures. */
    private static int judged(Workplace workplace, ResumeReport report, int exit) {
        boolean stale =
                report.verified().stream()
                        .map(workplace.history()::verification)
                        .flatMap(Optional::stream)
                        .anyMatch(v -> v.count(Verdict.Kind.STALE) > 0);
        return stale ? ExitCodes.weightier(exit, ExitCodes.SOME_FAILED) : exit;
    }

    private static List<JobSummary> processing(Workplace workplace, Connection connection) {
        return workplace
                .history()
                .jobs(JobFilter.ALL.withStates(Set.of(JobState.RUNNING)), Integer.MAX_VALUE)
                .stream()
                .filter(j -> connection.owns(j.job()) && !j.ownedElsewhere())
                .toList();
    }

    private static void print(ResumeReport report, Output output) {
        if (output.isJson()) {
            output.json(JobJson.resume(report));
        } else {
            output.text(
                    "cli.resume.summary",
                    report.resumed().size(),
                    report.resolved().size(),
                    report.left().size());
        }
        if (report.trouble() != null) {
            output.noteLine(Trouble.text(output.messages(), report.trouble()));
        }
        for (ResumeReport.Left left : report.left()) {
            output.note(
                    "cli.resume.left",
                    left.jobId(),
                    output.messages().text("engine.left." + left.reason()));
        }
    }
}
