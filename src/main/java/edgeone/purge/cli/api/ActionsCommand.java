package edgeone.purge.cli.api;

import edgeone.purge.api.ApiAction;
import edgeone.purge.api.ApiDescription;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.ProgramCommand;

import picocli.CommandLine.Command;

@Command(name = "actions", description = "${bundle:help.actions}")
public final class ActionsCommand extends ProgramCommand {
    public ActionsCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        Output output = output();
        ApiDescription api = ApiDescription.teo();
        if (output.isJson()) {
            ActionJson json = new ActionJson(output.messages().language());
            output.json(
                    new Fields()
                            .put("service", api.service())
                            .put("version", api.version())
                            .put("actions", api.actions().stream().map(json::action).toList())
                            .put("commonErrors", api.errors())
                            .map());
        } else {
            ActionText text = new ActionText(output);
            for (ApiAction action : api.actions()) {
                text.action(action);
                output.line("");
            }
            output.text("api.actions.errors", String.join(", ", api.errors()));
        }
        return ExitCodes.OK;
    }
}
