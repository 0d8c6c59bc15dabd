/**
 * The journal: one SQLite file that is the record of what was asked of EdgeOne and what became of
 * it. {@link edgeone.purge.journal.Journal} opens it, one writer at a time, write-ahead log, fsync
 * at every commit; {@link edgeone.purge.journal.JobRepository} moves jobs through their states,
 * {@link edgeone.purge.journal.BatchRepository} batches on their way to EdgeOne, {@link
 * edgeone.purge.journal.UnknownBatchRepository} those whose reply was lost, {@link
 * edgeone.purge.journal.ProgressRepository} what EdgeOne says of their targets; {@link
 * edgeone.purge.journal.AccountRepository} keeps accounts' identities with their last names, {@link
 * edgeone.purge.journal.HistoryRepository} reads for people. Where the file at the path is not the
 * one that is open any more, which {@link edgeone.purge.journal.JournalIdentity} finds out, nothing
 * is written from then on. The only package that knows SQL. Calls block on the disk and may be made
 * from any thread but the JavaFX one.
 */
@NullMarked
package edgeone.purge.journal;

import org.jspecify.annotations.NullMarked;
