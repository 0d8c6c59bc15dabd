/**
 * Purges of a team that wait for a second person: a count in the status bar, and a dialog that
 * shows exactly what is asked and decides it. On the JavaFX thread; the database is asked off it.
 */
@NullMarked
package edgeone.purge.ui.release;

import org.jspecify.annotations.NullMarked;
