package edgeone.purge.cli.recipe;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.recipes.Recipe;
import edgeone.purge.recipes.RecipeFile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

@Command(name = "export", description = "${bundle:help.recipe.export}")
final class RecipeExportCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "NAME", description = "${bundle:help.recipe.name}")
    private String name = "";

    @Option(names = "--output", paramLabel = "F", description = "${bundle:help.recipe.output}")
    private @Nullable Path file;

    RecipeExportCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        Recipe recipe = workplace.recipes().find(name);
        Path wanted = file;
        if (wanted == null) {
            output.json(RecipeFile.document(recipe));
            return ExitCodes.OK;
        }
        Path written = written(recipe, wanted);
        if (output.isJson()) {
            output.json(Map.of("file", written.toString()));
        } else {
            output.text("cli.recipe.exported", recipe.name(), written.toString());
        }
        return ExitCodes.OK;
    }

    private static Path written(Recipe recipe, Path file) {
        try {
            return RecipeFile.write(recipe, file);
        } catch (NoSuchFileException e) {
            throw unwritable(file, "no such folder");
        } catch (IOException | InvalidPathException e) {
            throw unwritable(file, String.valueOf(e.getMessage()));
        }
    }

    private static CommandFailure unwritable(Path file, String reason) {
        return new CommandFailure(
                ExitCodes.REFUSED, "cli.export.unwritable", file.toString(), reason);
    }
}
