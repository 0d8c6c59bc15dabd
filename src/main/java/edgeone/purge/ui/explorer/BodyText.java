package edgeone.purge.ui.explorer;

import edgeone.purge.api.value.JsonValue;
import edgeone.purge.api.value.JsonValue.Items;
import edgeone.purge.api.value.JsonValue.Members;
import edgeone.purge.api.value.JsonValue.Nothing;
import edgeone.purge.api.value.JsonValue.Numeral;
import edgeone.purge.api.value.JsonValue.Text;
import edgeone.purge.api.value.JsonValue.Truth;
import edgeone.purge.json.JsonTree;
import edgeone.purge.messages.VisibleText;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies as text to read. */
final class BodyText {
    /** A reply is shown up to so many characters, and copied whole. */
    static final int SHOWN = 200_000;

    private BodyText() {}

    /** Parameters with a member on each line. */
    static String of(Members parameters) {
        return parameters.members().isEmpty() ? "{}" : new JsonTree().indented(plain(parameters));
    }

    /** A reply: JSON with a member on each line, anything else as it came. */
    static String of(String reply) {
        JsonTree json = new JsonTree();
        return json.object(reply.getBytes(StandardCharsets.UTF_8))
                .map(json::indented)
                .orElse(reply);
    }

    /** The same, safe to show. */
    static String shown(String text) {
        String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return VisibleText.lines(start, _ -> true);
    }

    private static @Nullable Object plain(JsonValue value) {
        return switch (value) {
            case Text(String text) -> text;
            case Numeral(String literal) -> new BigDecimal(literal);
            case Truth(boolean truth) -> truth;
            case Nothing() -> null;
            case Items(var items) -> {
                List<@Nullable Object> list = new ArrayList<>();
                items.forEach(item -> list.add(plain(item)));
                yield list;
            }
            case Members(var members) -> {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                members.forEach((name, of) -> object.put(name, plain(of)));
                yield object;
            }
        };
    }
}
