package edgeone.purge.journal.chain;

import org.jspecify.annotations.Nullable;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON object in the form of RFC 8785: members sorted by name, no white space, as few escapes as
 * possible. Numbers are whole and below 2^53. A member without a value is left out.
 */
public final class CanonicalJson {
    private final SortedMap<String, String> members = new TreeMap<>();

    public CanonicalJson put(String name, @Nullable String value) {
        return value == null ? this : putJson(name, quoted(value));
    }

    public CanonicalJson put(String name, @Nullable Long value) {
        return value == null ? this : putJson(name, Long.toString(value));
    }

    public CanonicalJson put(String name, long value) {
        return putJson(name, Long.toString(value));
    }

    public CanonicalJson put(String name, @Nullable CanonicalJson value) {
        return value == null ? this : putJson(name, value.text());
    }

    private CanonicalJson putJson(String name, String json) {
        members.put(name, json);
        return this;
    }

    public String text() {
        StringBuilder text = new StringBuilder("{");
        members.forEach(
                (name, json) ->
                        text.append(text.length() == 1 ? "" : ",")
                                .append(quoted(name))
                                .append(':')
                                .append(json));
        return text.append('}').toString();
    }

    private static String quoted(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (c < ' ') {
                        text.append("\\u00").append(c < 16 ? "0" : "1");
                        text.append(Character.forDigit(c & 15, 16));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        return text.append('"').toString();
    }
}
