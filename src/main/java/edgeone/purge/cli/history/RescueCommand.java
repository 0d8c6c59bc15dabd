package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.ProgramCommand;
import edgeone.purge.cli.kit.RunningJob;
import edgeone.purge.engine.read.Rescue;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.rescue.Lost;
import edgeone.purge.model.rescue.RescueReport;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Opens no journal: it could not, and would set a damaged one aside. */
@Command(name = "rescue", description = "${bundle:help.rescue}")
public final class RescueCommand extends ProgramCommand {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "${bundle:help.rescue.file}")
    private @Nullable Path damaged;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "F",
            description = "${bundle:help.rescue.output}")
    private Path file = Path.of("");

    public RescueCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() throws IOException {
        Output output = output();
        Rescue rescue = new Rescue(context().home().apply(options()));
        Path from = damaged == null ? rescue.journal() : damaged;
        RescueReport report;
        try (RunningJob running = new RunningJob()) {
            report = saved(rescue, from, running.control(), output);
        } catch (CancellationException e) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.export.canceled", file.toString());
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.rescue.exists", file.toString());
        } catch (NoSuchFileException e) {
            throw new CommandFailure(
                    ExitCodes.REFUSED, "cli.rescue.missing", String.valueOf(e.getFile()));
        }
        if (output.isJson()) {
            output.json(
                    Map.of(
                            "file",
                            report.file().toString(),
                            "jobs",
                            report.jobs(),
                            "targets",
                            report.targets(),
                            "lost",
                            report.lost().stream().map(RescueCommand::json).toList()));
        } else {
            tell(report, from, output);
        }
        return report.lost().isEmpty() ? ExitCodes.OK : ExitCodes.SOME_FAILED;
    }

    private RescueReport saved(Rescue rescue, Path from, RunControl control, Output output)
            throws IOException {
        return rescue.run(
                        from,
                        file,
                        jobs -> output.note("cli.rescue.saved", jobs),
                        control::isStopped)
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        ExitCodes.REFUSED, "cli.rescue.nothing", from.toString()));
    }

    private static Map<String, Object> json(Lost lost) {
        return new Fields()
                .put("what", lost.what().label())
                .put("job", lost.job())
                .put("from", lost.from() == 0 ? null : lost.from())
                .put("to", lost.from() == 0 ? null : lost.to())
                .map();
    }

    private static void tell(RescueReport report, Path from, Output output) {
        output.text("cli.rescue.done", report.jobs(), report.targets(), report.file().toString());
        for (Lost lost : report.lost()) {
            String what = output.messages().text("engine.lost." + lost.what().name());
            String of =
                    lost.job() == null
                            ? what
                            : output.messages()
                                    .text("cli.rescue.of", what, VisibleText.of(lost.job()));
            if (lost.from() == 0) {
                output.text("cli.rescue.lost", of);
            } else {
                output.text("cli.rescue.lost-range", of, lost.from(), lost.to());
            }
        }
        output.note(
                report.lost().isEmpty() ? "cli.rescue.whole" : "cli.rescue.next",
                from.toString(),
                report.file().toString());
    }
}
