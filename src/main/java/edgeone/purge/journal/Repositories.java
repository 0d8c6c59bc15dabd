package edgeone.purge.journal;

import edgeone.purge.journal.audit.ChainRepository;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.list.HistoryRepository;
import edgeone.purge.journal.probes.VerificationRepository;
import edgeone.purge.journal.prune.PruneRepository;
import edgeone.purge.journal.rows.Owners;

import java.time.Clock;

/** One journal and its repositories. */
public record Repositories(
        Journal file,
        JobRepository jobs,
        OwnershipRepository ownership,
        BatchRepository batches,
        UnknownBatchRepository unknown,
        ProgressRepository progress,
        HistoryRepository history,
        QuotaRepository quota,
        RecentRepository recent,
        ChainRepository chain,
        PruneRepository pruning,
        SyncRepository sync,
        VerificationRepository verification) {

    public static Repositories of(Journal journal, Owners owners, Clock clock) {
        return new Repositories(
                journal,
                new JobRepository(journal, owners, clock),
                new OwnershipRepository(journal, owners, clock),
                new BatchRepository(journal, owners, clock),
                new UnknownBatchRepository(journal, clock),
                new ProgressRepository(journal, clock),
                new HistoryRepository(journal, owners),
                new QuotaRepository(journal, clock),
                new RecentRepository(journal),
                new ChainRepository(journal),
                new PruneRepository(journal, owners, clock),
                new SyncRepository(journal, clock),
                new VerificationRepository(journal, clock));
    }
}
