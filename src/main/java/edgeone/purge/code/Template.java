package edgeone.purge.code;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code with holes, written as two braces around a name. */
record Template(String text) {
    private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z]+)}}");

    /** Fills every hole once: what is filled in is not searched for holes. */
    String filled(Map<String, String> parts) {
        StringBuilder out = new StringBuilder();
        Matcher hole = HOLE.matcher(text);
        while (hole.find()) {
            String part = parts.get(hole.group(1));
            if (part == null) {
                throw new IllegalStateException("nothing for " + hole.group());
            }
            hole.appendReplacement(out, Matcher.quoteReplacement(part));
        }
        return hole.appendTail(out).toString();
    }
}
