package edgeone.purge.targets;

import java.util.regex.Pattern;

/** What is a variable in a recipe, and means itself in a target. */
final class Variable {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*}");

    private Variable() {}

    static boolean isIn(String text) {
        return text.indexOf('$') >= 0 && VARIABLE.matcher(text).find();
    }
}
