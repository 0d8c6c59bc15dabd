package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.recipes.Filled;
import edgeone.purge.recipes.Filling;
import edgeone.purge.recipes.Recipe;
import edgeone.purge.recipes.RecipeException;
import edgeone.purge.targets.Cleaning;
import edgeone.purge.targets.TargetLines;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A recipe in place of zone, type, method and targets. */
final class RecipeOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--recipe", paramLabel = "NAME", description = "${bundle:help.purge.recipe}")
    private @Nullable String name;

    @Option(names = "--var", paramLabel = "K=V", description = "${bundle:help.purge.var}")
    private List<String> variables = List.of();

    /** A recipe and its lines as they are now. */
    record Chosen(Recipe recipe, Filled filled) {
        /** Every line as it is written: a value must not be cut into several targets. */
        Wanted wanted(FormOptions form) {
            return new Wanted(
                    recipe.type(),
                    recipe.method(),
                    recipe.type() == PurgeType.ALL ? null : TargetLines.of(filled.lines()),
                    filled.tagDomains(),
                    form.skipProblems(),
                    new Cleaning(false, form.intake().cleaning().twins()),
                    form.fit(),
                    recipe.name(),
                    PrefetchOptions.NONE,
                    Map.of("recipe", recipe.name()));
        }
    }

    boolean isGiven() {
        return name != null;
    }

    /** Refuses a command line that lacks these options, as the parser does; null for none. */
    void require(@Nullable String... missing) {
        CommandSpec command = Objects.requireNonNull(spec);
        List<ArgSpec> options = new ArrayList<>();
        for (String name : missing) {
            if (name != null) {
                options.add(command.findOption(name));
            }
        }
        if (!options.isEmpty()) {
            throw new MissingParameterException(command.commandLine(), options, "");
        }
    }

    /** Checks what can be checked before the recipe is read. */
    void check() {
        if (name == null && !variables.isEmpty()) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.recipe.var-alone");
        }
        values();
    }

    Chosen read(Workplace workplace) throws RecipeException, IOException {
        Recipe recipe = workplace.recipes().find(String.valueOf(name));
        return new Chosen(recipe, Filling.fill(recipe, values()));
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        for (String variable : variables) {
            int equals = variable.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure(ExitCodes.REFUSED, "cli.recipe.var", variable);
            }
            String key = variable.substring(0, equals);
            if (values.put(key, variable.substring(equals + 1)) != null) {
                throw new CommandFailure(ExitCodes.REFUSED, "cli.recipe.var-twice", key);
            }
        }
        return values;
    }

    /** The zone of a recipe, which must still be there and bear its name. */
    static Zone zone(Recipe recipe, Workplace workplace, Output output) throws Exception {
        String wanted = recipe.zoneId().isEmpty() ? recipe.zoneName() : recipe.zoneId();
        Zone zone;
        try {
            zone = ZoneChoice.choose(workplace.engine(), workplace.connection(), wanted, output);
        } catch (CommandFailure e) {
            if (!e.key().equals("cli.zone.none")) {
                throw e;
            }
            throw new CommandFailure(
                    ExitCodes.REFUSED, "cli.recipe.zone-gone", recipe.name(), shown(recipe));
        }
        if (!isNamed(zone, recipe.zoneName())) {
            throw new CommandFailure(
                    ExitCodes.REFUSED,
                    "cli.recipe.zone-renamed",
                    recipe.name(),
                    shown(recipe),
                    zone.zoneName());
        }
        return zone;
    }

    /** A zone whose name EdgeOne does not tell is known by its ID alone. */
    private static boolean isNamed(Zone zone, String name) {
        return name.isEmpty()
                || zone.zoneName().isEmpty()
                || zone.alias().equals(name)
                || zone.zoneName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
    }

    private static String shown(Recipe recipe) {
        return recipe.zoneId().isEmpty() || recipe.zoneName().isEmpty()
                ? recipe.zone()
                : recipe.zoneName() + " (" + recipe.zoneId() + ")";
    }
}
