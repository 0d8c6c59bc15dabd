/**
 * The frame around a screen, one class for each part: rail, top bar, banners, status bar. A new
 * part is a {@link edgeone.purge.ui.shell.frame.Part} that {@link
 * edgeone.purge.ui.shell.frame.Frame} puts in its place. Built in code, because the first frame
 * waits for it. On the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.shell.frame;

import org.jspecify.annotations.NullMarked;
