package edgeone.purge.cli.recipe;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.recipes.Recipe;
import edgeone.purge.recipes.RecipeException;
import edgeone.purge.recipes.RecipeFile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@Command(name = "import", description = "${bundle:help.recipe.import}")
final class RecipeImportCommand extends EdgeOneCommand {
    private static final String STANDARD_INPUT = "-";

    @Parameters(paramLabel = "F", description = "${bundle:help.recipe.import.file}")
    private String file = "";

    @Option(names = "--name", paramLabel = "N", description = "${bundle:help.recipe.import.name}")
    private @Nullable String name;

    @Option(names = "--replace", description = "${bundle:help.recipe.replace}")
    private boolean replaces;

    RecipeImportCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        Recipe read = read();
        Recipe recipe = name == null ? read : read.withName(name);
        workplace.recipes().save(recipe, replaces);
        RecipeTexts.list(List.of(recipe), output);
        return ExitCodes.OK;
    }

    private Recipe read() throws RecipeException, IOException {
        if (file.equals(STANDARD_INPUT)) {
            return RecipeFile.read(context().in(), STANDARD_INPUT);
        }
        Path path = Path.of(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.file.unreadable", file);
        }
        return RecipeFile.read(path);
    }
}
