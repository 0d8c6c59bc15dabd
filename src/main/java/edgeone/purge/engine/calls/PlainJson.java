package edgeone.purge.engine.calls;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON text in which printable ASCII characters are not written as {@code \\uXXXX}. */
final class PlainJson {
    /** Not behind a backslash that is escaped itself; not a quote, a backslash or a delete. */
    private static final Pattern ESCAPE =
            Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u00((?!22|5[Cc]|7[Ff])[2-7][0-9A-Fa-f])");

    private PlainJson() {}

    /** The same JSON: what is looked for in it is found however it was escaped. */
    static String of(String json) {
        return ESCAPE.matcher(json)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        found.group(1)
                                                + (char) Integer.parseInt(found.group(2), 16)));
    }
}
