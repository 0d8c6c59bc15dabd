package edgeone.purge.teo.reply;

import edgeone.purge.teo.error.SecretCover;
import edgeone.purge.teo.error.UnansweredException;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The members of one JSON object of a reply. Absent and null are the same; a member of the wrong
 * type makes the reply unreadable. Unknown members are ignored.
 */
public final class ReplyFields {
    static final String UNEXPECTED = "Reply.Unexpected";

    private final String action;
    private final JsonNode node;
    private final SecretCover cover;

    /**
     * @param cover applied to every text
     */
    ReplyFields(String action, JsonNode node, SecretCover cover) {
        this.action = action;
        this.node = node;
        this.cover = cover;
    }

    /** All of it, as compact JSON. */
    public String json() {
        return cover.words(node.toString());
    }

    /** Whether the member is present, even if null. */
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
        return cover.value(member.stringValue());
    }

    String textOrEmpty(String name) throws UnansweredException {
        String text = text(name);
        return text == null ? "" : text;
    }

    /** Like {@link #text}, but empty if absent or of the wrong type. */
    String textIfAny(String name) {
        JsonNode member = member(name);
        return member != null && member.isString() ? cover.value(member.stringValue()) : "";
    }

    /** A text for people that nothing depends on; empty if absent or of the wrong type. */
    String words(String name) {
        JsonNode member = member(name);
        return member != null && member.isString() ? cover.words(member.stringValue()) : "";
    }

    /** Like {@link #words}, but null if there are none. */
    public @Nullable String wordsOrNull(String name) {
        String words = words(name);
        return words.isEmpty() ? null : words;
    }

    String requiredText(String name) throws UnansweredException {
        String text = text(name);
        if (text == null || text.isEmpty()) {
            throw unexpected(name + " is missing");
        }
        return text;
    }

    public @Nullable Long number(String name) throws UnansweredException {
        JsonNode member = member(name);
        if (member == null) {
            return null;
        }
        if (!member.isIntegralNumber() || !member.canConvertToLong() || member.longValue() < 0) {
            throw unexpected(name + " is not a count");
        }
        return member.longValue();
    }

    /** A whole number that nothing depends on; empty if absent or of the wrong type. */
    OptionalLong wholeNumber(String name) {
        JsonNode member = member(name);
        if (member == null || !member.isIntegralNumber() || !member.canConvertToLong()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(member.longValue());
    }

    /** Whether the member is {@code true}. */
    boolean flag(String name) {
        JsonNode member = member(name);
        return member != null && member.isBoolean() && member.booleanValue();
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

    /** A time that nothing depends on; null if absent or unreadable. */
    @Nullable Instant timeOrNull(String name) {
        try {
            return Instant.parse(words(name));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Empty if the list is null or absent; null elements are skipped. */
    public List<ReplyFields> objects(String name) throws UnansweredException {
        List<ReplyFields> objects = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            if (!element.isObject()) {
                throw unexpected(name + " has an element that is not an object");
            }
            objects.add(new ReplyFields(action, element, cover));
        }
        return objects;
    }

    /** Like {@link #objects}, but nothing depends on them: what is no object is left out. */
    List<ReplyFields> objectsIfAny(String name) {
        JsonNode member = member(name);
        return member == null
                ? List.of()
                : member.values().stream()
                        .filter(JsonNode::isObject)
                        .map(element -> new ReplyFields(action, element, cover))
                        .toList();
    }

    /** The number of elements in a list, including null ones; 0 if it is null or absent. */
    public int size(String name) {
        JsonNode member = member(name);
        return member == null ? 0 : member.size();
    }

    /** Empty if the list is null or absent; null elements are skipped. */
    List<String> texts(String name) throws UnansweredException {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            if (!element.isString()) {
                throw unexpected(name + " has an element that is not a string");
            }
            texts.add(cover.value(element.stringValue()));
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
        return new ReplyFields(action, member, cover);
    }

    public UnansweredException unexpected(String words) {
        return UnansweredException.of(action, UNEXPECTED, words, null);
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
