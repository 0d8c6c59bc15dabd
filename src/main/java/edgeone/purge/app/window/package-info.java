/**
 * How the window starts: one window a home folder, the first frame, and what is told where it
 * cannot start. On the JavaFX thread where a method says so.
 */
@NullMarked
package edgeone.purge.app.window;

import org.jspecify.annotations.NullMarked;
