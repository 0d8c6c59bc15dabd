/**
 * The record of API calls. What is recorded here proves nothing: the chain does not cover it, and
 * after a power cut the last calls may be missing. Calls block on disk I/O; use any thread but the
 * JavaFX thread.
 */
@NullMarked
package edgeone.purge.journal.calls;

import org.jspecify.annotations.NullMarked;
