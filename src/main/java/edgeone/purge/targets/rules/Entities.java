package edgeone.purge.targets.rules;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character references of HTML, which come along when an address is copied from page source. */
public final class Entities {
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:(amp|lt|gt|quot|apos|nbsp)|#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private Entities() {}

    /** The text with every reference resolved; the same object where there is none. */
    public static String decode(String text) {
        if (text.indexOf('&') < 0 || text.indexOf(';') < 0) {
            return text;
        }
        Matcher matcher = REFERENCE.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        matcher.reset();
        return matcher.replaceAll(found -> Matcher.quoteReplacement(character(matcher)));
    }

    private static String character(Matcher found) {
        if (found.group(1) != null) {
            return NAMED.getOrDefault(found.group(1), "");
        }
        int code =
                found.group(2) != null
                        ? Integer.parseInt(found.group(2))
                        : Integer.parseInt(found.group(3), 16);
        boolean printable =
                Character.isDefined(code)
                        && !Character.isISOControl(code)
                        && Character.getType(code) != Character.SURROGATE;
        return printable ? Character.toString(code) : found.group();
    }
}
