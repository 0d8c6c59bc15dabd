package edgeone.purge.teo.error;

import edgeone.purge.messages.Messages;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** Explains errors to the user: what happened, why, and what to do. */
public final class ErrorText {
    private static final int LONGEST_WORDS = 2_000;

    private final Messages messages;

    public ErrorText(Messages messages) {
        this.messages = messages;
    }

    /**
     * One error, explained.
     *
     * @param todo what the user can do
     * @param code shown with the RequestId, ready to copy
     * @param requestId null if EdgeOne sent none
     * @param serverMessage EdgeOne's own message, or what broke; null if there is none
     */
    public record Explained(
            String what,
            String why,
            String todo,
            String code,
            @Nullable String requestId,
            @Nullable String serverMessage) {}

    public Explained explain(TeoException trouble) {
        String detail = trouble.detail();
        if (detail.length() > LONGEST_WORDS) {
            detail = detail.substring(0, LONGEST_WORDS);
        }
        return explain(trouble.code(), trouble.requestId(), detail.isBlank() ? null : detail);
    }

    /** Explains a code stored in the journal. */
    public Explained explain(
            String code, @Nullable String requestId, @Nullable String serverMessage) {
        return new Explained(
                part(code, "what"),
                part(code, "why"),
                part(code, "do"),
                code,
                requestId,
                serverMessage);
    }

    /** Whether a code has a text of its own, and not just that of its class. */
    public static boolean knows(Messages messages, String code) {
        return messages.has("errors.code." + code + ".what");
    }

    public String explain(InvalidSettingException trouble) {
        return messages.text("errors.setting." + trouble.problem().key(), trouble.value());
    }

    private String part(String code, String part) {
        String own = "errors.code." + code + "." + part;
        String ofClass = ErrorCatalogue.classOf(code).name().toLowerCase(Locale.ROOT);
        return messages.text(messages.has(own) ? own : "errors.class." + ofClass + "." + part);
    }
}
