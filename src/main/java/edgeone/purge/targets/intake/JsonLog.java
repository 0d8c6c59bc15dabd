package edgeone.purge.targets.intake;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonToken;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One JSON object a line, as nginx, Caddy, EdgeOne and others write it. */
final class JsonLog {
    private static final String[] HOST = {
        "host", "httphost", "requesthost", "vhost", "domain", "servername"
    };
    private static final String[] SCHEME = {"scheme", "requestscheme", "httpxforwardedproto"};
    private static final String[] TARGET = {"requesturi", "uri", "requesturl", "url", "path"};
    private static final String[] QUERY = {"args", "querystring", "query", "requesturlquerystring"};
    private static final String[] METHOD = {"requestmethod", "method", "verb"};
    private static final String[] STATUS = {
        "status", "statuscode", "responsestatus", "responsestatuscode", "edgeresponsestatuscode"
    };

    private JsonLog() {}

    /**
     * Null for a line that tells of no request.
     *
     * @throws UnreadableException for a line that is not a JSON object
     */
    static @Nullable LogEntry parse(String line) throws IOException {
        Map<String, String> members = members(line);
        String status = first(members, STATUS);
        String request = members.getOrDefault("request", "");
        String[] words = request.split(" ", -1);
        boolean hasRequest = words.length >= 2;
        String target = first(members, TARGET);
        if (target.isEmpty() && hasRequest) {
            target = words[1];
        }
        if (target.isEmpty() || status.isEmpty()) {
            return null;
        }
        String query = first(members, QUERY);
        if (!query.isEmpty() && target.indexOf('?') < 0) {
            target += query.startsWith("?") ? query : "?" + query;
        }
        String method = first(members, METHOD);
        String host = first(members, HOST);
        int colon = host.indexOf(':');
        String byPort = colon < 0 ? "" : LogEntry.schemeOf(host.substring(colon + 1));
        String named = first(members, SCHEME).toLowerCase(Locale.ROOT);
        return new LogEntry(
                method.isEmpty() && hasRequest ? words[0] : method,
                Set.of("http", "https").contains(named) ? named : byPort,
                byPort.isEmpty() ? host : host.substring(0, colon),
                target,
                Math.max(0, CombinedLog.status(status)));
    }

    private static Map<String, String> members(String line) throws IOException {
        Map<String, String> members = new HashMap<>();
        JsonTokens.read(
                new StringReader(line),
                json -> {
                    json.nextToken();
                    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                        String name =
                                json.currentName().toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
                        JsonToken value = json.nextToken();
                        if (value.isScalarValue()) {
                            members.putIfAbsent(name, json.getString());
                        } else {
                            json.skipChildren();
                        }
                    }
                });
        return members;
    }

    private static String first(Map<String, String> members, String... names) {
        for (String name : names) {
            String value = members.getOrDefault(name, "");
            if (!value.isEmpty() && !value.equals("-")) {
                return value;
            }
        }
        return "";
    }
}
