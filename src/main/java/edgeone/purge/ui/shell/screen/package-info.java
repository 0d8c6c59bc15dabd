/** What a screen implements, and what it gets from the window. On the JavaFX thread. */
@NullMarked
package edgeone.purge.ui.shell.screen;

import org.jspecify.annotations.NullMarked;
