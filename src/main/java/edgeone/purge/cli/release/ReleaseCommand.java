package edgeone.purge.cli.release;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.cli.purge.guard.SystemTerminal;
import edgeone.purge.team.release.PurgeRequest;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "release", description = "${bundle:help.release}")
public final class ReleaseCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "REQUEST", description = "${bundle:help.release.request}")
    private String request = "";

    @Option(
            names = "--confirm",
            paramLabel = "ZONENAME",
            description = "${bundle:help.release.confirm}")
    private @Nullable String confirm;

    public ReleaseCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        PurgeRequest found = workplace.releases().find(request);
        RequestText text = new RequestText(output);
        text.show(found);
        String zone = found.purge().zone().label();
        String typed = confirm == null ? SystemTerminal.typed(zone, output) : confirm;
        if (typed == null) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.release.not-typed", zone);
        }
        if (!typed.strip().equals(zone)) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.release.mistyped", zone);
        }
        workplace.releases().release(found);
        text.decided(workplace.releases().find(request));
        return ExitCodes.OK;
    }
}
