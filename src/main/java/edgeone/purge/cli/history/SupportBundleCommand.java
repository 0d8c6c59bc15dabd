package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.SupportJobs;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.support.SupportBundle;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

@Command(name = "support-bundle", description = "${bundle:help.support-bundle}")
public final class SupportBundleCommand extends EdgeOneCommand {
    @Option(
            names = "--output",
            required = true,
            paramLabel = "F",
            description = "${bundle:help.support-bundle.output}")
    private Path file = Path.of("");

    @Option(names = "--no-targets", description = "${bundle:help.support-bundle.no-targets}")
    private boolean noTargets;

    public SupportBundleCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        List<String> notLookedFor = workplace.learnSecrets();
        List<String> lookedFor = workplace.known().names();
        SupportBundle bundle =
                workplace
                        .supportBundle()
                        .text("jobs.json", SupportJobs.document(workplace.history(), !noTargets))
                        .text(
                                "secrets.json",
                                Output.document(
                                        Map.of(
                                                "lookedFor",
                                                lookedFor,
                                                "notLookedFor",
                                                notLookedFor)));
        save(bundle, workplace);
        if (output.isJson()) {
            output.json(
                    new Fields()
                            .put("file", file.toString())
                            .put("entries", bundle.entries())
                            .put("lookedFor", lookedFor)
                            .put("notLookedFor", notLookedFor)
                            .map());
        } else {
            output.text("cli.support.done", bundle.entries().size(), file.toString());
        }
        if (!notLookedFor.isEmpty()) {
            output.note("cli.support.not-looked-for", String.join(", ", notLookedFor));
        }
        return ExitCodes.OK;
    }

    private void save(SupportBundle bundle, Workplace workplace) {
        try {
            bundle.save(file, workplace.known().scan());
        } catch (SupportBundle.LeakException e) {
            throw new CommandFailure(
                    ExitCodes.REFUSED,
                    "cli.support.leak",
                    e.finding().name(),
                    e.finding().form().label(),
                    e.part(),
                    e.finding().offset());
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCodes.REFUSED, "cli.export.unwritable", file.toString(), e.toString());
        }
    }
}
