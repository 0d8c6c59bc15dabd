package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.cli.purge.input.TargetInput.Given;
import edgeone.purge.cli.purge.origin.Gate;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeType;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.List;

@Command(name = "prefetch", description = "${bundle:help.prefetch}")
public final class PrefetchCommand extends EdgeOneCommand {
    private static final String AUTO = "auto";

    @Option(
            names = "--zone",
            required = true,
            paramLabel = "Z",
            description = "${bundle:help.purge.zone}")
    private String zone = "";

    @Option(
            names = "--mode",
            paramLabel = "default|edge",
            description = "${bundle:help.prefetch.mode}")
    private String mode = PrefetchOptions.Mode.DEFAULT.wireName();

    @Option(
            names = "--header",
            paramLabel = "'N: V'",
            description = "${bundle:help.prefetch.header}")
    private List<String> headers = List.of();

    @Option(names = "--media-segments", description = "${bundle:help.prefetch.media-segments}")
    private boolean mediaSegments;

    @Mixin private TargetOptions targets = new TargetOptions();

    @Mixin private SendOptions send = new SendOptions();

    public PrefetchCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        targets.intake().check(PurgeType.PREFETCH);
        prefetch();
        send.check(PurgeType.PREFETCH);
        send.check(zone.equals(AUTO));
    }

    private PrefetchOptions prefetch() {
        return new PrefetchOptions(
                PrefetchOptions.Mode.ofWireName(mode)
                        .orElseThrow(
                                () ->
                                        new CommandFailure(
                                                ExitCodes.REFUSED, "cli.prefetch.mode", mode)),
                headers.stream().map(PrefetchOptions.Header::of).toList(),
                mediaSegments);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        Wanted wanted = read(output);
        boolean twins = targets.intake().asksForTwins();
        if (zone.equals(AUTO)) {
            return new SplitPurge(workplace, send, Gate.OPEN, twins, output).run(wanted);
        }
        return new SinglePurge(workplace, send, Gate.OPEN, twins, output)
                .run(
                        wanted,
                        ZoneChoice.choose(
                                workplace.engine(), workplace.connection(), zone, output));
    }

    private Wanted read(Output output) throws IOException {
        Given given = targets.read(PurgeType.PREFETCH, context().in(), output);
        return new Wanted(
                PurgeType.PREFETCH,
                null,
                given == null ? null : given.lines(),
                List.of(),
                targets.skipProblems(),
                targets.intake().cleaning(),
                targets.fit(),
                null,
                prefetch(),
                TargetOptions.told(given, output));
    }
}
