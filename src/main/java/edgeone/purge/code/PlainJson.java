package edgeone.purge.code;

import edgeone.purge.api.value.JsonValue;
import edgeone.purge.api.value.JsonWriting;

/** JSON in one line of printable ASCII, as it can be given to any tool. */
public final class PlainJson {
    private PlainJson() {}

    public static String of(JsonValue.Members object) {
        return new JsonWriting(Quotation.JSON::of).text(object);
    }
}
