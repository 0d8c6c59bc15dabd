package edgeone.purge.ui.kit.trouble;

import edgeone.purge.messages.VisibleText;

import org.jspecify.annotations.Nullable;

import java.util.function.UnaryOperator;

/**
 * An error as shown to the user.
 *
 * @param what what happened
 * @param why why, as far as known
 * @param next what to do
 * @param code the code to give to support; null if there is none
 * @param requestId EdgeOne's ID of the request; null if there is none
 */
public record Trouble(
        String what, String why, String next, @Nullable String code, @Nullable String requestId) {

    /** The same error, with {@code cover} applied to text from outside. */
    public Trouble covered(UnaryOperator<String> cover) {
        return new Trouble(what, cover.apply(why), cover.apply(next), code, requestId);
    }

    /** Everything, for the clipboard. */
    public String asText() {
        StringBuilder text = new StringBuilder(what);
        for (String line : new String[] {why, next}) {
            if (!line.isEmpty()) {
                text.append('\n').append(line);
            }
        }
        if (code != null) {
            text.append("\nCode: ").append(VisibleText.of(code));
        }
        if (requestId != null) {
            text.append("\nRequestId: ").append(VisibleText.of(requestId));
        }
        return text.toString();
    }
}
