package edgeone.purge.cli.recipe;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.cli.purge.ZoneChoice;
import edgeone.purge.cli.purge.input.TargetInput;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.recipes.Recipe;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

@Command(name = "save", description = "${bundle:help.recipe.save}")
final class RecipeSaveCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "NAME", description = "${bundle:help.recipe.name}")
    private String name = "";

    @Option(names = "--zone", paramLabel = "Z", description = "${bundle:help.zone}")
    private @Nullable String zone;

    @Option(names = "--type", paramLabel = "T", description = "${bundle:help.purge.type}")
    private @Nullable String type;

    @Option(names = "--method", paramLabel = "M", description = "${bundle:help.purge.method}")
    private @Nullable String method;

    @Option(
            names = "--targets-file",
            paramLabel = "F",
            description = "${bundle:help.purge.targets-file}")
    private @Nullable String targetsFile;

    @Option(names = "--target", paramLabel = "X", description = "${bundle:help.recipe.save.target}")
    private List<String> targets = List.of();

    @Option(
            names = "--tag-domain",
            paramLabel = "H",
            description = "${bundle:help.purge.tag-domain}")
    private List<String> tagDomains = List.of();

    @Option(names = "--job", paramLabel = "JOB", description = "${bundle:help.recipe.save.job}")
    private @Nullable String job;

    @Option(names = "--replace", description = "${bundle:help.recipe.replace}")
    private boolean replaces;

    RecipeSaveCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        boolean form =
                type != null
                        || method != null
                        || targetsFile != null
                        || !targets.isEmpty()
                        || !tagDomains.isEmpty();
        if (job != null ? form || zone != null : zone == null || type == null) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.recipe.form-or-job");
        }
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        Recipe recipe =
                job == null ? ofForm(workplace, output) : JobRecipe.of(workplace, job, name);
        workplace.recipes().save(recipe, replaces);
        RecipeTexts.list(List.of(recipe), output);
        return ExitCodes.OK;
    }

    private Recipe ofForm(Workplace workplace, Output output) throws Exception {
        String wantedZone = String.valueOf(zone);
        String wantedType = String.valueOf(type);
        PurgeType purgeType =
                PurgeType.purgeOfWireName(wantedType)
                        .orElseThrow(
                                () ->
                                        new CommandFailure(
                                                ExitCodes.REFUSED, "cli.type", wantedType));
        String wantedMethod = method;
        PurgeMethod purgeMethod =
                wantedMethod == null
                        ? null
                        : PurgeMethod.ofWireName(wantedMethod)
                                .orElseThrow(
                                        () ->
                                                new CommandFailure(
                                                        ExitCodes.REFUSED,
                                                        "cli.method",
                                                        wantedMethod));
        List<String> lines =
                TargetInput.lines(targetsFile, targets, context().in(), output).stream()
                        .filter(line -> !line.isBlank())
                        .toList();
        Zone chosen =
                ZoneChoice.choose(workplace.engine(), workplace.connection(), wantedZone, output);
        return new Recipe(
                name,
                chosen.zoneId(),
                chosen.zoneName(),
                purgeType,
                purgeMethod,
                lines,
                tagDomains);
    }
}
