/**
 * One window for each home folder: the first start holds an OS lock and listens on the loopback; a
 * later start knocks, so that the window comes to the front, and ends. Knows nothing of what the
 * window shows, or with what toolkit. For {@code app}; calls block, answers come on a thread of
 * their own.
 */
@NullMarked
package edgeone.purge.instance;

import org.jspecify.annotations.NullMarked;
