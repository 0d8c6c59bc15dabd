package edgeone.purge.targets.intake.format;

import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.finding.UnreadableException.Reason;
import edgeone.purge.targets.intake.finding.Why;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.io.BufferedReader;
import java.io.IOException;

/** What a browser recorded: the requests of {@code log.entries}. Bodies are passed over. */
public final class HarReader implements FormatReader {
    @Override
    public void read(BufferedReader in, Collector found) throws IOException {
        JsonTokens.read(in, json -> root(json, found));
    }

    private static void root(JsonParser json, Collector found) throws IOException {
        boolean entries = false;
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new UnreadableException(Reason.NOT_A_HAR);
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean log = json.currentName().equals("log");
            if (json.nextToken() == JsonToken.START_OBJECT && log) {
                entries |= log(json, found);
            } else {
                json.skipChildren();
            }
        }
        if (!entries) {
            throw new UnreadableException(Reason.NOT_A_HAR);
        }
    }

    private static boolean log(JsonParser json, Collector found) throws IOException {
        boolean entries = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean here = json.currentName().equals("entries");
            if (json.nextToken() == JsonToken.START_ARRAY && here) {
                entries = true;
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    entry(json, found);
                }
            } else {
                json.skipChildren();
            }
        }
        return entries;
    }

    private static void entry(JsonParser json, Collector found) throws IOException {
        int line = JsonTokens.line(json);
        String method = "";
        String url = "";
        int status = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String part = json.currentName();
            boolean object = json.nextToken() == JsonToken.START_OBJECT;
            if (!object || !(part.equals("request") || part.equals("response"))) {
                json.skipChildren();
                continue;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("url") && part.equals("request") && isText(value)) {
                    url = json.getString();
                } else if (name.equals("method") && part.equals("request") && isText(value)) {
                    method = json.getString();
                } else if (name.equals("status") && value == JsonToken.VALUE_NUMBER_INT) {
                    status = json.getIntValue();
                } else {
                    json.skipChildren();
                }
            }
        }
        if (url.isEmpty()) {
            found.leave(line, method, Why.MALFORMED);
        } else {
            Requests.take(line, method, status, withoutFragment(line, url, found), found);
        }
    }

    /** What stands behind the hash was never sent. */
    private static String withoutFragment(int line, String url, Collector found) {
        int hash = url.indexOf('#');
        if (hash < 0) {
            return url;
        }
        found.leave(line, url.substring(hash), Why.FRAGMENT);
        return url.substring(0, hash);
    }

    private static boolean isText(JsonToken token) {
        return token == JsonToken.VALUE_STRING;
    }
}
