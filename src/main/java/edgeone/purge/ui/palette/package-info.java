/**
 * The palette: one field that finds whatever the window can do or open. What can be found comes
 * from sources; a new kind is one more source. On the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.palette;

import org.jspecify.annotations.NullMarked;
