package edgeone.purge.ui.notice;

import edgeone.purge.desktop.DesktopNotices;

import java.time.Duration;

/**
 * When and where the end of a job is told.
 *
 * @param desktop tells it where the window is not in front
 * @param patience the window tells of jobs that took longer, or ended while it was not in front
 */
public record NoticeRules(DesktopNotices desktop, Duration patience) {
    /** Whoever waited this long may be looking elsewhere. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /** In the window only. */
    public static NoticeRules withoutDesktop() {
        return new NoticeRules(DesktopNotices.none(), PATIENCE);
    }
}
