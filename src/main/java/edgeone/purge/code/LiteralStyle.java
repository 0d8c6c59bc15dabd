package edgeone.purge.code;

import edgeone.purge.api.value.JsonValue;
import edgeone.purge.api.value.JsonValue.Items;
import edgeone.purge.api.value.JsonValue.Members;
import edgeone.purge.api.value.JsonValue.Nothing;
import edgeone.purge.api.value.JsonValue.Numeral;
import edgeone.purge.api.value.JsonValue.Text;
import edgeone.purge.api.value.JsonValue.Truth;

import java.util.Map;
import java.util.function.Function;

/**
 * How a language writes a JSON value as a literal of its own, an entry a line, each with a comma
 * after it.
 *
 * @param quotation of strings
 * @param step of indentation
 * @param list what opens and closes a list
 * @param object what opens and closes an object
 * @param member what stands before, between and after name and value
 * @param words for true, false and null
 * @param name writes the name of a member
 */
record LiteralStyle(
        Quotation quotation,
        String step,
        Enclosure list,
        Enclosure object,
        Member member,
        Words words,
        Function<String, String> name) {

    /**
     * @param open ends its line
     * @param empty written for nothing inside
     */
    record Enclosure(String open, String close, String empty) {}

    record Member(String before, String between, String after) {}

    record Words(String yes, String no, String nothing) {
        static final Words C_LIKE = new Words("true", "false", "null");
    }

    /**
     * The literal. Its first line is not indented.
     *
     * @param margin of the line it starts on
     */
    String of(JsonValue value, String margin) {
        return switch (value) {
            case Text(String text) -> quotation.of(text);
            case Numeral(String literal) -> literal;
            case Truth(boolean truth) -> truth ? words.yes : words.no;
            case Nothing() -> words.nothing;
            case Items(var items) when items.isEmpty() -> list.empty;
            case Items(var items) -> {
                StringBuilder out = new StringBuilder(opened(list, margin));
                for (JsonValue item : items) {
                    out.append(margin).append(step).append(of(item, margin + step)).append(",\n");
                }
                yield out.append(margin).append(list.close).toString();
            }
            case Members(var members) when members.isEmpty() -> object.empty;
            case Members(var members) -> {
                StringBuilder out = new StringBuilder(opened(object, margin));
                for (Map.Entry<String, JsonValue> entry : members.entrySet()) {
                    out.append(margin)
                            .append(step)
                            .append(member.before)
                            .append(name.apply(entry.getKey()))
                            .append(member.between)
                            .append(of(entry.getValue(), margin + step))
                            .append(member.after)
                            .append(",\n");
                }
                yield out.append(margin).append(object.close).toString();
            }
        };
    }

    /** Line breaks in what opens are at the margin. */
    private static String opened(Enclosure enclosure, String margin) {
        return enclosure.open.replace("\n", "\n" + margin) + "\n";
    }
}
