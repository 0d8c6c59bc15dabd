package edgeone.purge.targets.intake.format;

import edgeone.purge.targets.intake.finding.BaseAddress;
import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.finding.UnreadableException.Reason;
import edgeone.purge.targets.intake.finding.Why;
import edgeone.purge.targets.rules.AddressText;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Strings in arrays, and members of objects that are called an address, at any depth; one document
 * or many. Addresses under other names are taken only where all of them have the same name and no
 * address was found elsewhere.
 */
public final class JsonReader implements FormatReader {
    /** Where the targets of a job are in an export of this program, the innermost name first. */
    private static final List<String> EXPORTED = List.of("targets", "targets", "jobs", "jobs", "");

    private final References references;
    private final boolean hasBase;

    private record Text(int line, String text) {}

    public JsonReader(@Nullable BaseAddress base) {
        references = new References(base);
        hasBase = base != null;
    }

    @Override
    public void read(BufferedReader in, Collector found) throws IOException {
        Map<String, List<Text>> others = new LinkedHashMap<>();
        boolean[] taken = new boolean[1];
        JsonTokens.read(in, json -> walk(json, found, others, taken));
        List<String> names = List.copyOf(others.keySet());
        if (!taken[0] && names.size() > 1) {
            throw new UnreadableException(Reason.SEVERAL_MEMBERS, 0, String.join(", ", names));
        }
        for (Text other : others.values().stream().flatMap(List::stream).toList()) {
            if (taken[0]) {
                found.leave(other.line(), other.text(), Why.OTHER_MEMBER);
            } else {
                found.take(other.line(), other.text());
            }
        }
    }

    private void walk(
            JsonParser json, Collector found, Map<String, List<Text>> others, boolean[] taken)
            throws IOException {
        // The name that holds for the values of an object or array; none at the top.
        Deque<String> names = new ArrayDeque<>();
        String name = "";
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            switch (token) {
                case START_OBJECT, START_ARRAY -> {
                    names.push(name);
                    name = token == JsonToken.START_OBJECT ? "" : name;
                }
                case END_OBJECT, END_ARRAY -> name = names.pop();
                case PROPERTY_NAME -> name = json.currentName();
                case VALUE_STRING -> {
                    if (name.equals("target") && List.copyOf(names).equals(EXPORTED)) {
                        // As it was sent; a tag is no address.
                        found.take(JsonTokens.line(json), json.getString());
                        taken[0] = true;
                        continue;
                    }
                    boolean member = json.streamReadContext().inObject();
                    Text text = new Text(JsonTokens.line(json), json.getString().strip());
                    if (name.isEmpty() || AddressNames.has(name)) {
                        taken[0] |= take(text, member, found);
                    } else if (AddressText.isHttp(text.text())) {
                        others.computeIfAbsent(name, _ -> new ArrayList<>()).add(text);
                    }
                }
                default -> {}
            }
        }
    }

    private boolean take(Text text, boolean member, Collector found) throws UnreadableException {
        String value = text.text();
        if (value.isEmpty()) {
            found.leave(text.line(), value, Why.EMPTY);
            return false;
        }
        if (AddressText.isHttp(value) || AddressText.isBare(value)) {
            found.take(text.line(), value);
            return true;
        }
        if (value.startsWith("/") && !value.startsWith("//")) {
            references.take(text.line(), value, found);
            return hasBase;
        }
        found.leave(
                text.line(),
                value,
                member && BaseAddress.hasScheme(value) ? Why.OTHER_SCHEME : Why.NOT_AN_ADDRESS);
        return false;
    }
}
