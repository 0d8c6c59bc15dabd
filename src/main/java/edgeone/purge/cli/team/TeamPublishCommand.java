package edgeone.purge.cli.team;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.team.db.TeamTrouble;
import edgeone.purge.team.publish.Published;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Duration;

@Command(name = "publish", description = "${bundle:help.team.publish}")
final class TeamPublishCommand extends EdgeOneCommand {
    private static final int LONGEST = 86_400;

    @Option(names = "--wait", paramLabel = "S", description = "${bundle:help.team.publish.wait}")
    private int wait = 60;

    TeamPublishCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        if (wait < 1 || wait > LONGEST) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.team.wait");
        }
    }

    @Override
    protected int run(Workplace workplace, Output output) {
        Published published =
                workplace
                        .team()
                        .publish(Duration.ofSeconds(wait))
                        .orElseThrow(() -> new CommandFailure(ExitCodes.REFUSED, "cli.team.none"));
        TeamTrouble trouble = published.trouble();
        if (output.isJson()) {
            output.json(
                    new Fields()
                            .put("published", published.entries())
                            .put("pending", published.pending())
                            .put(
                                    "error",
                                    trouble == null
                                            ? null
                                            : TeamTexts.json(trouble, output.messages()))
                            .map());
        } else {
            output.text("cli.team.published", published.entries(), published.pending());
        }
        if (published.anew()) {
            output.note("cli.team.anew");
        }
        if (trouble != null) {
            output.noteLine(trouble.text(output.messages()));
        }
        return trouble == null || trouble.isWarning() ? ExitCodes.OK : ExitCodes.of(trouble);
    }
}
