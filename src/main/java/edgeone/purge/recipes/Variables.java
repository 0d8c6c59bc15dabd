package edgeone.purge.recipes;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds and replaces {@code ${K}} in a text. Values are put in as they are, never expanded again.
 */
final class Variables {
    static final int LONGEST_NAME = 60;

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,59}";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(" + NAME + ")}");
    private static final Pattern BEGUN = Pattern.compile("\\$\\{[^}]{0,60}}?");

    private Variables() {}

    static boolean isName(String text) {
        return text.matches(NAME);
    }

    /** In order of their first use. */
    static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            names.add(variable.group(1));
        }
        return names;
    }

    /** The first <code>${</code> that begins no variable, with what follows it. */
    static Optional<String> malformed(String text) {
        Matcher begun = BEGUN.matcher(VARIABLE.matcher(text).replaceAll(""));
        return begun.find() ? Optional.of(begun.group()) : Optional.empty();
    }

    /**
     * @param values one for every variable in {@code text}
     */
    static String replaced(String text, Map<String, String> values) {
        return text.indexOf('$') < 0
                ? text
                : VARIABLE.matcher(text)
                        .replaceAll(
                                found ->
                                        Matcher.quoteReplacement(
                                                values.getOrDefault(found.group(1), "")));
    }
}
