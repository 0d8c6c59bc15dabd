package edgeone.purge.api.value;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a text as one JSON object. */
public final class JsonReading {
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNestingDepth(100)
                                    .build())
                    .build();

    private final JsonParser parser;

    private JsonReading(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The object.
     *
     * @throws JsonFaultException the text is something else
     */
    public static JsonValue.Members object(String text) throws JsonFaultException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonReading reading = new JsonReading(parser);
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw reading.fault(first == null ? JsonFault.CUT : JsonFault.NOT_AN_OBJECT);
            }
            JsonValue.Members object = reading.members();
            if (parser.nextToken() != null) {
                throw reading.fault(JsonFault.NOT_AN_OBJECT);
            }
            return object;
        } catch (UnexpectedEndOfInputException e) {
            throw at(JsonFault.CUT, e.getLocation());
        } catch (JacksonException e) {
            throw at(JsonFault.SYNTAX, e.getLocation());
        }
    }

    private JsonValue value() throws JsonFaultException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members();
            case START_ARRAY -> items();
            case VALUE_STRING -> new JsonValue.Text(whole(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> numeral();
            case VALUE_TRUE -> new JsonValue.Truth(true);
            case VALUE_FALSE -> new JsonValue.Truth(false);
            default -> new JsonValue.Nothing();
        };
    }

    private JsonValue.Members members() throws JsonFaultException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = whole(parser.currentName());
            if (members.containsKey(name)) {
                throw fault(JsonFault.TWICE);
            }
            parser.nextToken();
            members.put(name, value());
        }
        return new JsonValue.Members(members);
    }

    private JsonValue.Items items() throws JsonFaultException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new JsonValue.Items(items);
    }

    private JsonValue.Numeral numeral() throws JsonFaultException {
        JsonValue.Numeral numeral = new JsonValue.Numeral(parser.getString());
        boolean fits =
                numeral.isWhole()
                        ? parser.getBigIntegerValue().bitLength() < Long.SIZE
                        : Double.isFinite(Double.parseDouble(numeral.literal()));
        if (!fits) {
            throw fault(JsonFault.NUMBER);
        }
        return numeral;
    }

    private String whole(String text) throws JsonFaultException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw fault(JsonFault.HALF_CHARACTER);
            }
        }
        return text;
    }

    private JsonFaultException fault(JsonFault fault) {
        return at(fault, parser.currentTokenLocation());
    }

    private static JsonFaultException at(JsonFault fault, TokenStreamLocation where) {
        return new JsonFaultException(
                fault, Math.max(1, where.getLineNr()), Math.max(1, where.getColumnNr()));
    }
}
