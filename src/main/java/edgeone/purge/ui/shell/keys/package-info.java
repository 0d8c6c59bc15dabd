/** The keyboard shortcuts of the window. On the JavaFX thread. */
@NullMarked
package edgeone.purge.ui.shell.keys;

import org.jspecify.annotations.NullMarked;
