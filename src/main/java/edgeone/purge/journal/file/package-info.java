/**
 * The file: opened, locked and migrated, one writer at a time, and the guard that notices when it
 * is no longer the file at its path. Calls block on disk I/O; use any thread but the JavaFX thread.
 */
@NullMarked
package edgeone.purge.journal.file;

import org.jspecify.annotations.NullMarked;
