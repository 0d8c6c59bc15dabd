/**
 * What can be read of a damaged journal, saved to a new one: table by table, row by row, from both
 * ends of whatever cannot be read. The damaged file is only copied. Calls block on disk I/O; use
 * any thread but the JavaFX thread.
 */
@NullMarked
package edgeone.purge.journal.rescue;

import org.jspecify.annotations.NullMarked;
