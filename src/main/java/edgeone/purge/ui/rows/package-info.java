/**
 * The menu of the rows of a table: copying a cell, a row or a command line, and filtering. On the
 * JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.rows;

import org.jspecify.annotations.NullMarked;
