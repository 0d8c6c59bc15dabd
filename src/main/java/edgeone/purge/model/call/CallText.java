package edgeone.purge.model.call;

import org.jspecify.annotations.Nullable;

/**
 * A request or a reply as it was kept, without secrets. May hold anything: EdgeOne's JSON, a
 * proxy's HTML, control characters.
 *
 * @param text null if it was not kept, or is no longer
 * @param size how many bytes it had; null if there was none
 * @param cut whether {@code text} is only its beginning
 */
public record CallText(@Nullable String text, @Nullable Long size, boolean cut) {
    /** There was none. */
    public static final CallText NONE = new CallText(null, null, false);

    /** Whether there was one, of which nothing is left. */
    public boolean isGone() {
        return text == null && size != null;
    }
}
