package edgeone.purge.api.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value. */
public sealed interface JsonValue {

    /** Text of whole characters: never half a surrogate pair. */
    record Text(String text) implements JsonValue {}

    /**
     * A number.
     *
     * @param literal as written
     */
    record Numeral(String literal) implements JsonValue {
        /** Whether it is written without fraction and exponent. */
        public boolean isWhole() {
            return literal.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        }
    }

    record Truth(boolean truth) implements JsonValue {}

    /** The value {@code null}. */
    record Nothing() implements JsonValue {}

    record Items(List<JsonValue> items) implements JsonValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** An object, in its order. */
    record Members(Map<String, JsonValue> members) implements JsonValue {
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }
}
