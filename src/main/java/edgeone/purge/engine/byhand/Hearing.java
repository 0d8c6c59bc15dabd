package edgeone.purge.engine.byhand;

import edgeone.purge.json.JsonTree;
import edgeone.purge.teo.watch.CallBody;
import edgeone.purge.teo.watch.CallReport;
import edgeone.purge.teo.watch.CallWatcher;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Hears the last reply to an action. Thread-safe. */
public final class Hearing implements CallWatcher {
    private final String action;
    private final UnaryOperator<String> cover;
    private volatile @Nullable CallBody last;

    /**
     * @param cover removes secrets
     */
    public Hearing(String action, UnaryOperator<String> cover) {
        this.action = action;
        this.cover = cover;
    }

    @Override
    public void ended(CallReport report) {
        if (report.action().equals(action)) {
            last = report.reply();
        }
    }

    /** See {@link HandReply#text}. */
    public @Nullable String text() {
        CallBody reply = last;
        if (reply == null) {
            return null;
        }
        byte[] start = reply.start();
        JsonTree json = new JsonTree();
        Optional<Object> response = json.object(start).map(whole -> whole.get("Response"));
        return cover.apply(
                response.map(json::indented)
                        .orElseGet(() -> new String(start, StandardCharsets.UTF_8)));
    }
}
