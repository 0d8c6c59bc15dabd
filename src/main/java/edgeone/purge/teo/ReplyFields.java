package edgeone.purge.teo;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The members of one JSON object of a reply. Absent and null are the same; a member of another type
 * than EdgeOne's makes the reply unreadable. Unknown members are ignored.
 */
final class ReplyFields {
    static final String UNEXPECTED = "Reply.Unexpected";

    private final String action;
    private final JsonNode node;

    ReplyFields(String action, JsonNode node) {
        this.action = action;
        this.node = node;
    }

    /** Whether the member is there, be it null. */
    boolean names(String name) {
        return node.has(name);
    }

    @Nullable String text(String name) throws UnansweredException {
        JsonNode member = member(name);
        if (member == null) {
            return null;
        }
        if (!member.isString()) {
            throw unexpected(name + " is not a string");
        }
        return member.stringValue();
    }

    String textOrEmpty(String name) throws UnansweredException {
        String text = text(name);
        return text == null ? "" : text;
    }

    String requiredText(String name) throws UnansweredException {
        String text = text(name);
        if (text == null || text.isEmpty()) {
            throw unexpected(name + " is missing");
        }
        return text;
    }

    @Nullable Long number(String name) throws UnansweredException {
        JsonNode member = member(name);
        if (member == null) {
            return null;
        }
        if (!member.isIntegralNumber() || !member.canConvertToLong() || member.longValue() < 0) {
            throw unexpected(name + " is not a count");
        }
        return member.longValue();
    }

    boolean flag(String name) throws UnansweredException {
        JsonNode member = member(name);
        if (member != null && !member.isBoolean()) {
            throw unexpected(name + " is neither true nor false");
        }
        return member != null && member.booleanValue();
    }

    /** ISO-8601 with any offset. */
    @Nullable Instant time(String name) throws UnansweredException {
        String text = text(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw unexpected(name + " is not a time");
        }
    }

    /** Empty where the list is null or absent; null elements are left out. */
    List<ReplyFields> objects(String name) throws UnansweredException {
        List<ReplyFields> objects = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            if (!element.isObject()) {
                throw unexpected(name + " holds what is not an object");
            }
            objects.add(new ReplyFields(action, element));
        }
        return objects;
    }

    /** Empty where the list is null or absent; null elements are left out. */
    List<String> texts(String name) throws UnansweredException {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            if (!element.isString()) {
                throw unexpected(name + " holds what is not a string");
            }
            texts.add(element.stringValue());
        }
        return texts;
    }

    @Nullable ReplyFields object(String name) throws UnansweredException {
        JsonNode member = member(name);
        if (member == null) {
            return null;
        }
        if (!member.isObject()) {
            throw unexpected(name + " is not an object");
        }
        return new ReplyFields(action, member);
    }

    UnansweredException unexpected(String words) {
        return NetworkTrouble.unanswered(action, UNEXPECTED, words, null);
    }

    private List<JsonNode> elements(String name) throws UnansweredException {
        JsonNode member = member(name);
        if (member == null) {
            return List.of();
        }
        if (!member.isArray()) {
            throw unexpected(name + " is not a list");
        }
        return member.values().stream().filter(element -> !element.isNull()).toList();
    }

    private @Nullable JsonNode member(String name) {
        JsonNode member = node.get(name);
        return member == null || member.isNull() ? null : member;
    }
}
