package edgeone.purge.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.AccountBook;
import edgeone.purge.accounts.AccountException;
import edgeone.purge.accounts.Site;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.list.HistoryRepository;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.secrets.StoreKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The journal has the current names, even if another process changes them meanwhile. */
final class JournaledAccountsTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir private Path home;

    /**
     * The other process renames after this one has read the accounts, before it stores the names.
     */
    @Test
    void aNameChangedMeanwhileIsStoredAgain() throws Exception {
        try (Journal journal = Journal.open(home, CLOCK);
                Owners owners = Owners.register(home)) {
            JournaledAccounts other = new JournaledAccounts(journal);
            AccountBook book = new AccountBook(home, CLOCK, other::tell);
            Account alpha =
                    book.add(Account.of("alpha", Site.CHINA, "AKIDexample", StoreKind.FILE));
            submit(journal, owners, alpha);
            AtomicBoolean renamed = new AtomicBoolean();

            new JournaledAccounts(journal)
                    .tell(
                            () -> {
                                List<Account> read = book.readable();
                                if (renamed.compareAndSet(false, true)) {
                                    rename(book, alpha);
                                }
                                return read;
                            });

            assertThat(
                            new HistoryRepository(journal, owners)
                                    .jobs(JobFilter.ALL, JobOrder.NEWEST_FIRST, 0, 1_000))
                    .extracting(JobSummary::job)
                    .extracting(Job::account)
                    .containsExactly("beta");
        }
    }

    private static void rename(AccountBook book, Account account) throws IOException {
        try {
            book.edit(account.id(), a -> a.withName("beta"));
        } catch (AccountException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void submit(Journal journal, Owners owners, Account account) {
        Job job =
                new Job(
                        "261126-000000-aaaaaaaa",
                        CLOCK.instant(),
                        account.name(),
                        account.id(),
                        "0123456789ab",
                        "https://teo.tencentcloudapi.com",
                        "zone-1",
                        "example.com",
                        PurgeType.URL,
                        null,
                        List.of(),
                        null);
        Repositories.of(journal, owners, CLOCK)
                .jobs()
                .create(job, List.of(List.of("https://example.com/a")));
    }
}
