/**
 * What a change of a job writes, inside the caller's transaction: rows of jobs and batches, the
 * rows they are found by, and the entry of the chain. Calls block on disk I/O; use any thread but
 * the JavaFX thread.
 */
@NullMarked
package edgeone.purge.journal.rows;

import org.jspecify.annotations.NullMarked;
