package edgeone.purge.cli.recipe;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "${bundle:help.recipe.remove}")
final class RecipeRemoveCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "NAME", description = "${bundle:help.recipe.name}")
    private String name = "";

    RecipeRemoveCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        workplace.recipes().remove(name);
        RecipeTexts.list(RecipeTexts.read(workplace, output).recipes(), output);
        return ExitCodes.OK;
    }
}
