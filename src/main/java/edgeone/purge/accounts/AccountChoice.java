package edgeone.purge.accounts;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;

/**
 * The account a command or window starts with, by the command-line contract: the one named, else
 * the environment's keys, else the default account, else the demo.
 */
public sealed interface AccountChoice {

    /** An account of the book. */
    record Stored(Account account) implements AccountChoice {}

    /** Keys of the environment, on the China site unless an endpoint is given. */
    record FromEnvironment(EnvironmentKeys keys) implements AccountChoice {}

    /** The embedded EdgeOne; nothing real is purged. */
    record Demo() implements AccountChoice {}

    /**
     * Chooses one. The demo is chosen only if no account was ever stored and no endpoint is given.
     *
     * @param name from {@code --account}; null if not given
     * @param endpointGiven whether {@code --endpoint} was
     * @throws AccountException none can be chosen; says why
     */
    static AccountChoice of(
            @Nullable String name,
            boolean endpointGiven,
            AccountBook.Contents book,
            Map<String, String> environment)
            throws AccountException {
        if (name != null) {
            return new Stored(
                    book.named(name)
                            .orElseThrow(
                                    () ->
                                            new AccountException(
                                                    AccountProblem.NO_SUCH_ACCOUNT, name)));
        }
        Optional<EnvironmentKeys> keys = EnvironmentKeys.of(environment);
        if (keys.isPresent()) {
            return new FromEnvironment(keys.get());
        }
        Optional<Account> standard = book.defaultAccount();
        if (standard.isPresent()) {
            return new Stored(standard.get());
        }
        if (book.everStored()) {
            throw new AccountException(AccountProblem.NO_DEFAULT, "");
        }
        if (endpointGiven) {
            throw new AccountException(AccountProblem.NO_KEY_FOR_ENDPOINT, "");
        }
        return new Demo();
    }
}
