/**
 * Old jobs removed, in an order that can be stopped at any instant, and the file made smaller.
 * Calls block on disk I/O; use any thread but the JavaFX thread.
 */
@NullMarked
package edgeone.purge.journal.prune;

import org.jspecify.annotations.NullMarked;
