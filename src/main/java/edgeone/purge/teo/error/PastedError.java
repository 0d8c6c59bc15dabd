package edgeone.purge.teo.error;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The error in what a person pasted: a code, a reply of EdgeOne, or what an SDK says of one.
 *
 * @param requestId null if the text has none
 */
public record PastedError(String code, @Nullable String requestId) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CODE = "[A-Za-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9]+)*";
    private static final Pattern ALONE = Pattern.compile("\\s*(" + CODE + ")\\s*");

    /** As the vendor's SDKs and TCCLI write an exception. */
    private static final Pattern SAID =
            Pattern.compile("\\bcode\\s*[:=]\\s*(" + CODE + ")", Pattern.CASE_INSENSITIVE);

    private static final String UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern REQUEST_ID =
            Pattern.compile(
                    "request[ _]?id\\s*[:=]\\s*\"?(" + UUID + ")", Pattern.CASE_INSENSITIVE);

    /** The error in a text; empty if there is none. */
    public static Optional<PastedError> in(String text) {
        Matcher alone = ALONE.matcher(text);
        if (alone.matches()) {
            return Optional.of(new PastedError(alone.group(1), null));
        }
        Optional<JsonNode> reply = reply(text);
        if (reply.isPresent()) {
            return ofReply(reply.get());
        }
        Matcher said = SAID.matcher(text);
        return said.find()
                ? Optional.of(new PastedError(said.group(1), requestId(text)))
                : Optional.empty();
    }

    /** The RequestId in a text: alone, in a reply, or in what an SDK says; empty if none is. */
    public static Optional<String> requestIdIn(String text) {
        String stripped = text.strip();
        if (stripped.matches(UUID)) {
            return Optional.of(stripped);
        }
        String id = requestId(text);
        return id == null
                ? reply(text)
                        .map(reply -> reply.path("RequestId").stringValue(""))
                        .filter(found -> found.matches(UUID))
                : Optional.of(id);
    }

    /** Whether a text is a reply that reports no error. */
    public static boolean isSuccess(String text) {
        return reply(text)
                .filter(r -> r.path("RequestId").isString() && !r.has("Error"))
                .isPresent();
    }

    private static Optional<PastedError> ofReply(JsonNode reply) {
        String code = reply.path("Error").path("Code").stringValue("");
        String id = reply.path("RequestId").stringValue("");
        return code.matches(CODE)
                ? Optional.of(new PastedError(code, id.matches(UUID) ? id : null))
                : Optional.empty();
    }

    /** The members of {@code Response}, with or without what encloses them. */
    private static Optional<JsonNode> reply(String text) {
        int start = text.indexOf('{');
        if (start < 0) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(text.substring(start));
            return Optional.of(node.has("Response") ? node.path("Response") : node);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String requestId(String text) {
        Matcher id = REQUEST_ID.matcher(text);
        return id.find() ? id.group(1) : null;
    }
}
