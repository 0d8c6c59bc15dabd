/**
 * The main window: the frame, the registered screens, shortcuts and closing. What the window is
 * made of is in the packages below; screens use those and never this one, and register themselves
 * through {@link edgeone.purge.ui.shell.screen.Screen}. On the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.shell;

import org.jspecify.annotations.NullMarked;
