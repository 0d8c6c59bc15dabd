/**
 * The probes and verdicts of jobs. They are beside the record: not part of the chain, and lost
 * without harm. Blocks on disk I/O.
 */
@NullMarked
package edgeone.purge.journal.probes;

import org.jspecify.annotations.NullMarked;
