package edgeone.purge.api.value;

import edgeone.purge.api.value.JsonValue.Items;
import edgeone.purge.api.value.JsonValue.Members;
import edgeone.purge.api.value.JsonValue.Nothing;
import edgeone.purge.api.value.JsonValue.Numeral;
import edgeone.purge.api.value.JsonValue.Text;
import edgeone.purge.api.value.JsonValue.Truth;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;

/** Writes JSON values without blanks between them. */
public final class JsonWriting {
    private final Function<String, String> quote;

    /**
     * @param quote writes a string with its quotation marks
     */
    public JsonWriting(Function<String, String> quote) {
        this.quote = quote;
    }

    public String text(JsonValue value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private void write(JsonValue value, StringBuilder out) {
        switch (value) {
            case Text(String text) -> out.append(quote.apply(text));
            case Numeral(String literal) -> out.append(literal);
            case Truth(boolean truth) -> out.append(truth);
            case Nothing() -> out.append("null");
            case Items(var items) -> {
                out.append('[');
                for (Iterator<JsonValue> each = items.iterator(); each.hasNext(); ) {
                    write(each.next(), out);
                    out.append(each.hasNext() ? "," : "");
                }
                out.append(']');
            }
            case Members(var members) -> {
                out.append('{');
                for (Iterator<Map.Entry<String, JsonValue>> each = members.entrySet().iterator();
                        each.hasNext(); ) {
                    Map.Entry<String, JsonValue> member = each.next();
                    out.append(quote.apply(member.getKey())).append(':');
                    write(member.getValue(), out);
                    out.append(each.hasNext() ? "," : "");
                }
                out.append('}');
            }
        }
    }
}
