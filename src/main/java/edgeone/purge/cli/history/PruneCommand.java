package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.RunningJob;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.model.prune.PruneChoice;
import edgeone.purge.model.prune.PrunePreview;
import edgeone.purge.model.prune.PruneResult;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Instant;
import java.util.Map;

@Command(name = "prune", description = "${bundle:help.prune}")
public final class PruneCommand extends EdgeOneCommand {
    @Option(names = "--before", paramLabel = "T", description = "${bundle:help.prune.before}")
    private @Nullable String before;

    @Option(names = "--keep", paramLabel = "N", description = "${bundle:help.prune.keep}")
    private @Nullable Integer keep;

    @Option(names = "--yes", description = "${bundle:help.prune.yes}")
    private boolean yes;

    public PruneCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        choice();
    }

    private PruneChoice choice() {
        String time = before;
        Integer jobs = keep;
        if ((time == null) == (jobs == null)) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.prune.one");
        }
        if (time != null) {
            return new PruneChoice.Before(JobFilterOptions.time("--before", time));
        }
        if (jobs == null || jobs < 0) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.prune.keep");
        }
        return new PruneChoice.Keep(jobs);
    }

    @Override
    protected int run(Workplace workplace, Output output) {
        PruneChoice choice = choice();
        if (!yes) {
            return show(workplace.audit().preview(choice), output);
        }
        PruneResult result;
        try (RunningJob running = new RunningJob()) {
            result =
                    workplace
                            .audit()
                            .prune(
                                    choice,
                                    removed -> output.note("cli.prune.removed", removed),
                                    () -> running.control().isStopped());
        }
        if (output.isJson()) {
            output.json(
                    new Fields()
                            .put("removed", result.removed())
                            .put("bytesBefore", result.bytesBefore())
                            .put("bytesAfter", result.bytesAfter())
                            .map());
        } else {
            output.text(
                    "cli.prune.done", result.removed(), result.bytesBefore(), result.bytesAfter());
        }
        switch (result.outcome()) {
            case DONE -> {}
            case STOPPED -> output.note("cli.prune.stopped");
            case NOT_COMPACTED -> output.note("cli.prune.not-compacted");
        }
        return ExitCodes.OK;
    }

    /** What would go; nothing has. */
    private static int show(PrunePreview preview, Output output) {
        Instant from = preview.from();
        Instant to = preview.to();
        if (output.isJson()) {
            output.json(
                    Map.of(
                            "preview",
                            new Fields()
                                    .put("jobs", preview.jobs())
                                    .put("targets", preview.targets())
                                    .put("from", from == null ? null : from.toString())
                                    .put("to", to == null ? null : to.toString())
                                    .put("left", preview.left())
                                    .map()));
        } else if (from == null || to == null) {
            output.text("cli.prune.nothing");
        } else {
            output.text(
                    "cli.prune.preview",
                    preview.jobs(),
                    preview.targets(),
                    from.toString(),
                    to.toString(),
                    preview.left());
        }
        if (preview.jobs() > 0) {
            output.note("cli.prune.confirm");
            return ExitCodes.REFUSED;
        }
        return ExitCodes.OK;
    }
}
