package edgeone.purge.engine.calls;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the body of a request says about itself.
 *
 * @param zone its ZoneId; null if it has none
 * @param targets how many Targets it has
 */
record RequestFacts(@Nullable String zone, int targets) {
    private static final JsonFactory JSON = new JsonFactory();

    static RequestFacts of(byte[] body) {
        String zone = null;
        int targets = 0;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("ZoneId") && value == JsonToken.VALUE_STRING) {
                    zone = json.getString();
                } else if (name.equals("Targets") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        targets++;
                    }
                } else {
                    json.skipChildren();
                }
            }
        } catch (JacksonException e) {
            // What was read so far holds.
        }
        return new RequestFacts(zone, targets);
    }
}
