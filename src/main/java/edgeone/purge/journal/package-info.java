/**
 * The journal: one SQLite file that records what EdgeOne was asked to do and what came of it.
 * {@link edgeone.purge.journal.file.Journal} opens it, one writer at a time, write-ahead log, fsync
 * at every commit; {@link edgeone.purge.journal.JobRepository} moves jobs through their states,
 * {@link edgeone.purge.journal.OwnershipRepository} says which process works on one, {@link
 * edgeone.purge.journal.BatchRepository} batches on their way to EdgeOne, {@link
 * edgeone.purge.journal.UnknownBatchRepository} those whose reply was lost, {@link
 * edgeone.purge.journal.ProgressRepository} what EdgeOne says of their targets; {@link
 * edgeone.purge.journal.AccountRepository} keeps accounts' IDs and last known names, {@link
 * edgeone.purge.journal.list.HistoryRepository} reads for display. Every change is also an entry of
 * the chain, see {@link edgeone.purge.journal.rows.Chain}, which {@link
 * edgeone.purge.journal.audit.ChainRepository} checks; {@link
 * edgeone.purge.journal.prune.PruneRepository} removes old jobs. {@link
 * edgeone.purge.journal.calls.CallRepository} keeps API calls, outside of the chain. Once {@link
 * edgeone.purge.journal.file.JournalIdentity} finds that the open file is no longer the one at its
 * path, nothing more is written. The only package that knows SQL. Calls block on disk I/O; use any
 * thread but the JavaFX thread.
 */
@NullMarked
package edgeone.purge.journal;

import org.jspecify.annotations.NullMarked;
