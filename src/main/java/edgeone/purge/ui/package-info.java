/**
 * Puts the window together: the frame with its screens. The only package that knows every screen.
 * Used on the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui;

import org.jspecify.annotations.NullMarked;
