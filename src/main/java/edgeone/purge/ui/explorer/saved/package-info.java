/**
 * The saved requests in the window: kept under a name, listed, opened, renamed and deleted. On the
 * JavaFX thread; the file is read and written elsewhere.
 */
@NullMarked
package edgeone.purge.ui.explorer.saved;

import org.jspecify.annotations.NullMarked;
