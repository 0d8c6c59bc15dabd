package edgeone.purge.recipes;

import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.Explanation;
import edgeone.purge.targets.TargetList.RemarkKind;
import edgeone.purge.targets.TargetReader;
import edgeone.purge.targets.ZoneHosts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Puts values in place of a recipe's variables. Every line stays one line, and a directory never
 * becomes a whole host; what else is wrong with a line is found where typed lines are read.
 */
public final class Filling {
    private Filling() {}

    /**
     * Puts in the values.
     *
     * @param values by the names of the variables
     * @throws RecipeException a variable is unset or unknown, or a value cannot be
     */
    public static Filled fill(Recipe recipe, Map<String, String> values) throws RecipeException {
        Set<String> variables = recipe.variables();
        checkNames(recipe, variables, values.keySet());
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (saysNothing(value.getValue())) {
                throw new RecipeException(RecipeProblem.VALUE_BLANK, recipe.name(), value.getKey());
            }
            if (RecipeRules.breaksLine(value.getValue())) {
                throw new RecipeException(
                        RecipeProblem.VALUE_BREAKS_LINE, recipe.name(), value.getKey());
            }
        }
        Map<String, String> samples =
                variables.stream().collect(Collectors.toMap(v -> v, _ -> "x"));
        for (String line : recipe.lines()) {
            if (recipe.type() == PurgeType.PREFIX
                    && isWholeHost(Variables.replaced(line, values))
                    && !isWholeHost(Variables.replaced(line, samples))) {
                throw new RecipeException(
                        RecipeProblem.VALUE_WIDENS,
                        recipe.name(),
                        line,
                        Variables.replaced(line, values));
            }
        }
        return new Filled(replaced(recipe.lines(), values), replaced(recipe.tagDomains(), values));
    }

    private static void checkNames(Recipe recipe, Set<String> variables, Set<String> given)
            throws RecipeException {
        Set<String> unknown = new TreeSet<>(given);
        unknown.removeAll(variables);
        if (!unknown.isEmpty()) {
            throw new RecipeException(
                    RecipeProblem.NO_SUCH_VARIABLE,
                    recipe.name(),
                    String.join(", ", unknown),
                    variables.isEmpty() ? 0 : 1,
                    String.join(", ", variables));
        }
        Set<String> unset = new TreeSet<>(variables);
        unset.removeAll(given);
        if (!unset.isEmpty()) {
            throw new RecipeException(
                    RecipeProblem.UNSET, recipe.name(), String.join(", ", unset), unset.size());
        }
    }

    /** As good as empty: the directory above would be purged in place of the one meant. */
    private static boolean saysNothing(String value) {
        return value.replace('/', ' ').isBlank();
    }

    private static List<String> replaced(List<String> texts, Map<String, String> values) {
        return texts.stream().map(text -> Variables.replaced(text, values)).toList();
    }

    private static boolean isWholeHost(String line) {
        Explanation read = TargetReader.explain(PurgeType.PREFIX, line, new ZoneHosts.Unchecked());
        return read.remarks().stream().anyMatch(r -> r.kind() == RemarkKind.WHOLE_HOST);
    }
}
