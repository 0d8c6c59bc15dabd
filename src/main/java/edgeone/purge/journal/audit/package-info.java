/**
 * The chain of entries and the rows of the jobs compared, to find what was changed behind the
 * program's back. Calls block on disk I/O; use any thread but the JavaFX thread.
 */
@NullMarked
package edgeone.purge.journal.audit;

import org.jspecify.annotations.NullMarked;
