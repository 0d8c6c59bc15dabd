package edgeone.purge.app.wiring;

import edgeone.purge.accounts.Account;
import edgeone.purge.journal.AccountRepository;
import edgeone.purge.journal.AccountRepository.Known;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.teo.Fingerprint;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.List;

/**
 * Gives the journal the names of the accounts, so that jobs appear under the current names. If that
 * fails, it is done when the home folder is next opened.
 */
final class JournaledAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(JournaledAccounts.class);

    private final AccountRepository journal;

    JournaledAccounts(Journal journal) {
        this.journal = new AccountRepository(journal);
    }

    /** Reads the accounts. */
    @FunctionalInterface
    interface Book {
        List<Account> accounts() throws IOException;
    }

    /** Gives the journal all names, since another version of the program may have changed them. */
    void tell(Book book) {
        try {
            List<Account> told;
            do {
                told = book.accounts();
                tell(told);
                // Another process may have changed and stored a name in between; do not undo that.
            } while (!told.equals(book.accounts()));
        } catch (IOException e) {
            LOG.warn("cannot update account names in the journal: {}", e.getMessage());
        }
    }

    void tell(List<Account> accounts) {
        try {
            journal.know(accounts.stream().map(JournaledAccounts::known).toList());
        } catch (JournalException e) {
            LOG.warn("cannot update account names in the journal: {}", e.getMessage());
        }
    }

    /**
     * Earlier versions stored the jobs of the environment's keys under the name "environment". If
     * an account has that name too, jobs cannot be told apart by it.
     */
    private static Known known(Account account) {
        boolean ambiguous = account.name().equals(SignIn.ENVIRONMENT);
        return new Known(
                account.id(),
                account.name(),
                ambiguous ? null : Fingerprint.of(account.secretId()));
    }
}
