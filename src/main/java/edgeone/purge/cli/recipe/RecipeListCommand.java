package edgeone.purge.cli.recipe;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;

import picocli.CommandLine.Command;

@Command(name = "list", description = "${bundle:help.recipe.list}")
final class RecipeListCommand extends EdgeOneCommand {
    RecipeListCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        RecipeTexts.list(RecipeTexts.read(workplace, output).recipes(), output);
        return ExitCodes.OK;
    }
}
