/**
 * What is said when a job ends: quietly in the window, and by the desktop where the window is not
 * in front. Nothing here ever takes the focus. On the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.notice;

import org.jspecify.annotations.NullMarked;
