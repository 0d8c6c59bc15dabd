package edgeone.purge.recipes;

import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.TargetReader;
import edgeone.purge.targets.ZoneHosts;

import java.util.List;
import java.util.Optional;

/** What a recipe must be, wherever it comes from. */
final class RecipeRules {
    /** As many targets as anybody keeps in a form; longer lists are better kept as files. */
    static final int MOST_LINES = 50_000;

    /** In characters. */
    static final int LONGEST_TEXT = 2 << 20;

    private static final int LONGEST_ZONE = 300;

    private RecipeRules() {}

    static void check(Recipe recipe) throws RecipeException {
        checkName(recipe.name());
        checkZone(recipe);
        String name = recipe.name();
        if (recipe.type().isPrefetch()) {
            throw new RecipeException(RecipeProblem.PREFETCH, name);
        }
        if (recipe.method() != null && !recipe.type().takesMethod()) {
            throw new RecipeException(
                    RecipeProblem.METHOD_NOT_TAKEN, name, recipe.type().wireName());
        }
        if (recipe.type() == PurgeType.ALL && !recipe.lines().isEmpty()) {
            throw new RecipeException(RecipeProblem.TARGETS_OF_WHOLE_ZONE, name);
        }
        if (recipe.type() != PurgeType.ALL && recipe.lines().isEmpty()) {
            throw new RecipeException(RecipeProblem.NO_TARGETS, name);
        }
        if (recipe.type() != PurgeType.CACHE_TAG && !recipe.tagDomains().isEmpty()) {
            throw new RecipeException(RecipeProblem.DOMAINS_NOT_TAKEN, name);
        }
        if (recipe.lines().size() > MOST_LINES || recipe.tagDomains().size() > MOST_LINES) {
            throw new RecipeException(RecipeProblem.TOO_MANY_LINES, name, MOST_LINES);
        }
        checkLines(name, recipe.lines());
        checkLines(name, recipe.tagDomains());
        checkPasswords(recipe);
    }

    static void checkName(String name) throws RecipeException {
        Optional<RecipeProblem> problem = RecipeName.problemOf(name);
        if (problem.isPresent()) {
            throw new RecipeException(problem.get(), name);
        }
    }

    private static void checkZone(Recipe recipe) throws RecipeException {
        String id = recipe.zoneId();
        String zone = recipe.zoneName();
        if (id.isBlank() && zone.isBlank()) {
            throw new RecipeException(RecipeProblem.ZONE_MISSING, recipe.name());
        }
        for (String text : new String[] {id, zone}) {
            boolean odd =
                    text.length() > LONGEST_ZONE
                            || text.strip().equals("*")
                            || !text.equals(text.strip())
                            || text.chars().anyMatch(Character::isISOControl)
                            || !isUnicode(text);
            if (odd) {
                throw new RecipeException(RecipeProblem.ZONE_ODD, recipe.name(), text);
            }
        }
    }

    private static void checkLines(String name, List<String> lines) throws RecipeException {
        long length = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            length += line.length();
            if (line.isBlank() || breaksLine(line)) {
                throw new RecipeException(RecipeProblem.LINE_BREAK, name, i + 1);
            }
            if (!isUnicode(line)) {
                throw new RecipeException(RecipeProblem.NOT_UNICODE, name, i + 1);
            }
            Optional<String> malformed = Variables.malformed(line);
            if (malformed.isPresent()) {
                throw new RecipeException(RecipeProblem.BAD_VARIABLE, name, i + 1, malformed.get());
            }
        }
        if (length > LONGEST_TEXT) {
            throw new RecipeException(RecipeProblem.TOO_LARGE, name, LONGEST_TEXT);
        }
    }

    /** Half a character cannot be written to a file. */
    private static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    /** A password that was pasted along must not get into a file that is passed on. */
    private static void checkPasswords(Recipe recipe) throws RecipeException {
        if (recipe.type() == PurgeType.CACHE_TAG) {
            return;
        }
        for (int i = 0; i < recipe.lines().size(); i++) {
            String line = recipe.lines().get(i);
            if (line.indexOf('@') >= 0 && hasPassword(recipe.type(), line)) {
                throw new RecipeException(RecipeProblem.USER_INFO, recipe.name(), i + 1);
            }
        }
    }

    private static boolean hasPassword(PurgeType type, String line) {
        Problem problem = TargetReader.explain(type, line, new ZoneHosts.Unchecked()).problem();
        return problem != null && problem.kind() == ProblemKind.USER_INFO;
    }

    /** Whether some reader would see two lines in it. */
    static boolean breaksLine(String text) {
        return text.chars()
                .anyMatch(c -> (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029);
    }
}
