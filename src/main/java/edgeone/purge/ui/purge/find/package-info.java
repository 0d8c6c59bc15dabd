/** Finds text in the target editor and goes to a line of it. On the JavaFX thread. */
@NullMarked
package edgeone.purge.ui.purge.find;

import org.jspecify.annotations.NullMarked;
