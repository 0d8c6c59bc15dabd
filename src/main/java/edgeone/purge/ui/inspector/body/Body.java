package edgeone.purge.ui.inspector.body;

import edgeone.purge.json.JsonTree;
import edgeone.purge.model.call.CallText;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request or a reply, ready to be shown. Made off the JavaFX thread.
 *
 * @param kept what was kept of it
 * @param copied as it is copied: JSON with a member on each line, anything else as it came
 * @param lines empty if nothing was kept
 */
public record Body(CallText kept, String copied, List<BodyLine> lines) {
    public Body {
        lines = List.copyOf(lines);
    }

    public static Body of(CallText kept) {
        String text = kept.text();
        if (text == null) {
            return new Body(kept, "", List.of());
        }
        String copied =
                new JsonTree()
                        .object(text.getBytes(StandardCharsets.UTF_8))
                        .map(new JsonTree()::indented)
                        .orElse(text);
        return new Body(kept, copied, BodyLine.of(text));
    }
}
