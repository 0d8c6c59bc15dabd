/**
 * One window for each home folder: the first start holds an OS lock and listens on a loopback port;
 * a later start knocks, which brings the window to the front, and exits. Knows nothing about the
 * window's content or toolkit. For {@code app}; calls block, answers come on a separate thread.
 */
@NullMarked
package edgeone.purge.instance;

import org.jspecify.annotations.NullMarked;
