/**
 * What of the chain waits to be published to a team's database, with the rows its digests stand
 * for. The chain itself is the outbox: who changes the journal writes nothing more. Calls block on
 * disk I/O; use any thread but the JavaFX thread.
 */
@NullMarked
package edgeone.purge.journal.outbox;

import org.jspecify.annotations.NullMarked;
