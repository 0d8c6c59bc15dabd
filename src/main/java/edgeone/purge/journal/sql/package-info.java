/**
 * The driver: a query or an update as one call, and SQLite's native library unpacked. Calls block
 * on disk I/O; use any thread but the JavaFX thread.
 */
@NullMarked
package edgeone.purge.journal.sql;

import org.jspecify.annotations.NullMarked;
