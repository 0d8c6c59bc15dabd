/**
 * Jobs and targets read for display, a page at a time, and jobs summed up: filtered, sorted and
 * counted by SQLite. Calls block on disk I/O; use any thread but the JavaFX thread.
 */
@NullMarked
package edgeone.purge.journal.list;

import org.jspecify.annotations.NullMarked;
