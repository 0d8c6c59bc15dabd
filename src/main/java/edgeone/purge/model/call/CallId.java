package edgeone.purge.model.call;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The ID of a call: {@code c}, and its number with enough digits that IDs sort as text. */
public final class CallId {
    private static final Pattern FORM = Pattern.compile("[cC]?([0-9]{1,18})");

    private CallId() {}

    public static String of(long number) {
        return String.format(Locale.ROOT, "c%08d", number);
    }

    /** The number in an ID, which may lack {@code c} and zeros; empty if it is none. */
    public static OptionalLong number(String id) {
        var matcher = FORM.matcher(id.strip());
        return matcher.matches()
                ? OptionalLong.of(Long.parseLong(matcher.group(1)))
                : OptionalLong.empty();
    }
}
