package edgeone.purge.cli.recipe;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.recipes.Recipe;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Map;

@Command(name = "show", description = "${bundle:help.recipe.show}")
final class RecipeShowCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "NAME", description = "${bundle:help.recipe.name}")
    private String name = "";

    RecipeShowCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        Recipe recipe = workplace.recipes().find(name);
        if (output.isJson()) {
            Map<String, Object> json =
                    RecipeTexts.json(recipe)
                            .put("lines", recipe.lines())
                            .put(
                                    "tagDomains",
                                    recipe.tagDomains().isEmpty() ? null : recipe.tagDomains())
                            .map();
            output.json(Map.of("recipes", List.of(json)));
        } else {
            RecipeTexts.list(List.of(recipe), output);
            recipe.lines().forEach(line -> output.text("cli.recipe.line", line));
            recipe.tagDomains().forEach(domain -> output.text("cli.recipe.domain", domain));
        }
        return ExitCodes.OK;
    }
}
