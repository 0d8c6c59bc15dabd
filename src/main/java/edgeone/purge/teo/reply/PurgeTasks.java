package edgeone.purge.teo.reply;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A complete lookup.
 *
 * @param rows every row of every page, each once
 * @param requestId of the last page
 */
public record PurgeTasks(List<PurgeTask> rows, @Nullable String requestId) {
    public PurgeTasks {
        rows = List.copyOf(rows);
    }
}
