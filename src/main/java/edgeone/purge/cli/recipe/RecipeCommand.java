package edgeone.purge.cli.recipe;

import edgeone.purge.cli.kit.CommandContext;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Recipes on the command line; its sub-commands do the work. */
@Command(name = "recipe", description = "${bundle:help.recipe}")
public final class RecipeCommand {
    private RecipeCommand() {}

    public static CommandLine with(CommandContext context) {
        return new CommandLine(new RecipeCommand())
                .addSubcommand(new RecipeSaveCommand(context))
                .addSubcommand(new RecipeListCommand(context))
                .addSubcommand(new RecipeShowCommand(context))
                .addSubcommand(new RecipeRemoveCommand(context))
                .addSubcommand(new RecipeExportCommand(context))
                .addSubcommand(new RecipeImportCommand(context));
    }
}
