package edgeone.purge.ui.shell.sync;

import edgeone.purge.engine.sync.SyncReport;

import org.jspecify.annotations.Nullable;

/**
 * How the newest sync stands.
 *
 * @param running whether it is at work
 * @param asked whether somebody asked for it, and wants to know how it ended
 * @param report what it brought; null while it runs, or if nothing could be read
 * @param trouble what ended it early; null if nothing did
 */
public record SyncState(
        boolean running, boolean asked, @Nullable SyncReport report, @Nullable Exception trouble) {
    /** Before the first. */
    public static final SyncState NONE = new SyncState(false, false, null, null);
}
