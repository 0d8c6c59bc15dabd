package edgeone.purge.app.wiring;

import edgeone.purge.accounts.Account;
import edgeone.purge.journal.AccountRepository;
import edgeone.purge.journal.AccountRepository.Known;
import edgeone.purge.journal.Journal;
import edgeone.purge.journal.JournalException;
import edgeone.purge.teo.Fingerprint;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.List;

/**
 * Tells the journal what the accounts are called, so that it shows their jobs under the names of
 * today. What cannot be told now is told when the home folder is opened next.
 */
final class JournaledAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(JournaledAccounts.class);

    private final AccountRepository journal;

    JournaledAccounts(Journal journal) {
        this.journal = new AccountRepository(journal);
    }

    /** Where the accounts stand, as often as it is asked. */
    @FunctionalInterface
    interface Book {
        List<Account> accounts() throws IOException;
    }

    /** Tells what the book holds, which another version of the program may have changed. */
    void tell(Book book) {
        try {
            List<Account> told;
            do {
                told = book.accounts();
                tell(told);
                // Another process may have told of a change in between, and this one of the past.
            } while (!told.equals(book.accounts()));
        } catch (IOException e) {
            LOG.warn("the journal keeps the names it has: {}", e.getMessage());
        }
    }

    void tell(List<Account> accounts) {
        try {
            journal.know(accounts.stream().map(JournaledAccounts::known).toList());
        } catch (JournalException e) {
            LOG.warn("the journal keeps the names it has: {}", e.getMessage());
        }
    }

    /**
     * Under the environment's name, an earlier version kept jobs of the environment's keys beside
     * those of an account of that name: nobody can tell which.
     */
    private static Known known(Account account) {
        boolean ambiguous = account.name().equals(SignIn.ENVIRONMENT);
        return new Known(
                account.id(),
                account.name(),
                ambiguous ? null : Fingerprint.of(account.secretId()));
    }
}
