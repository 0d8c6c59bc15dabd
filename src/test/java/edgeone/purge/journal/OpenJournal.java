package edgeone.purge.journal;

import edgeone.purge.journal.audit.ChainRepository;
import edgeone.purge.journal.chain.ChainReport;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.list.HistoryRepository;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.model.Batch;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.query.TargetFilter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A journal on disk, open in one process, with a fixed clock. */
public final class OpenJournal implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:05.250Z");

    /** EdgeOne's clock at a send: the earliest and the likely time. */
    static final Instant EARLIEST = Instant.parse("2026-11-20T10:00:01Z");

    static final Instant LIKELY = Instant.parse("2026-11-20T10:00:03Z");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Journal journal;
    private boolean changedByHand;
    final Owners owners;
    public final JobRepository jobs;
    public final OwnershipRepository ownership;
    public final BatchRepository batches;
    public final UnknownBatchRepository unknown;
    public final ProgressRepository progress;
    public final HistoryRepository history;

    public OpenJournal(Path home) throws IOException {
        journal = Journal.open(home, CLOCK);
        owners = Owners.register(home);
        Repositories repositories = Repositories.of(journal, owners, CLOCK);
        jobs = repositories.jobs();
        ownership = repositories.ownership();
        batches = repositories.batches();
        unknown = repositories.unknown();
        progress = repositories.progress();
        history = repositories.history();
    }

    public static Job job(String id) {
        return job(id, PurgeType.URL, null, "zone-1", OpenJournal.EARLIEST);
    }

    public static Job job(
            String id,
            PurgeType type,
            @Nullable PurgeMethod method,
            String zoneId,
            Instant createdAt) {
        return job(id, type, method, zoneId, createdAt, List.of(), null);
    }

    public static Job job(
            String id,
            PurgeType type,
            @Nullable PurgeMethod method,
            String zoneId,
            Instant createdAt,
            List<String> tagDomains,
            @Nullable String retryOf) {
        return new Job(
                id,
                createdAt,
                "account",
                "account-1",
                "fingerprint",
                "https://e",
                zoneId,
                "example.com",
                type,
                method,
                tagDomains,
                retryOf);
    }

    /** Creates a job with these batches, each given by its targets. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final void create(String id, List<String>... targets) {
        jobs.create(job(id), List.of(targets));
    }

    public void send(String id, int n) {
        if (!batches.startSending(id, n, EARLIEST, LIKELY)) {
            throw new IllegalStateException("cannot be sent: " + id + ", " + n);
        }
    }

    public void lose(String id, int n) {
        send(id, n);
        batches.unknown(id, n, "Network.Timeout", "no answer", null);
    }

    /** As an account that is called something else now. */
    public void rename(String accountId, String name) {
        new AccountRepository(journal)
                .know(List.of(new AccountRepository.Known(accountId, name, null)));
    }

    public Journal file() {
        return journal;
    }

    public Batch batch(String id, int n) {
        return history.batches(id).get(n - 1);
    }

    JobSummary summary(String id) {
        return history.job(id).orElseThrow();
    }

    List<TargetRow> rows(String id) {
        return history.targets(id, TargetFilter.ALL, 0, 1_000).stream()
                .sorted(Comparator.comparingInt(TargetRow::position))
                .toList();
    }

    Map<String, TargetState> states(String id) {
        return rows(id).stream().collect(Collectors.toMap(TargetRow::target, TargetRow::state));
    }

    /** From now on the rows are not what the chain says. */
    void changedByHand() {
        changedByHand = true;
    }

    /** The chain must hold whatever a test did; or the change was not recorded in it. */
    @Override
    public void close() {
        ChainReport report = new ChainRepository(journal).verify(null, () -> false);
        if (report.isIntact() == changedByHand) {
            throw new IllegalStateException("chain: " + report);
        }
        owners.close();
        journal.close();
    }
}
