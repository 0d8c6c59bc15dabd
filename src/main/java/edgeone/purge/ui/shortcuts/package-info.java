/**
 * The table of what the window does and the keys for it, which both binds the keys and fills the
 * sheet that explains them. No other package knows a key. On the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.shortcuts;

import org.jspecify.annotations.NullMarked;
