package edgeone.purge.ui.accounts.form;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.AccountColour;
import edgeone.purge.accounts.AccountException;
import edgeone.purge.accounts.Safety;
import edgeone.purge.accounts.Site;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.secrets.StoreKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What was entered for an account, without its key.
 *
 * @param site {@code cn}, {@code intl} or a URL
 * @param tokenExpiry null if unknown
 * @param defaultZone empty for none
 * @param region empty for none
 */
public record AccountEntry(
        String name,
        String site,
        String secretId,
        @Nullable Instant tokenExpiry,
        AccountColour colour,
        SafetyLevel safety,
        String defaultZone,
        String region,
        StoreKind store) {

    /** A new account. */
    public Account account(boolean hasToken) throws AccountException {
        Account plain = Account.of(name, Site.of(site), secretId, store);
        return on(plain, plain.site())
                .withKey(secretId, hasToken, tokenExpiry)
                .withSafety(Safety.of(safety));
    }

    /**
     * The account with what was entered, except for key, store and safety level.
     *
     * @param read what {@link #site} names
     */
    public Account on(Account account, Site read) {
        return account.withName(name)
                .withSite(read, region.isBlank() ? null : region.strip())
                .withColour(colour)
                .withDefaultZone(defaultZone.isBlank() ? null : defaultZone.strip());
    }
}
