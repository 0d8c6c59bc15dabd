package edgeone.purge.ui.accounts;

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
 * What was entered for an account; its key apart.
 *
 * @param site {@code cn}, {@code intl} or a URL
 * @param tokenExpiry null where unknown
 * @param defaultZone empty for none
 * @param region empty for none
 */
record AccountEntry(
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
    Account account(boolean hasToken) throws AccountException {
        Account plain = Account.of(name, Site.of(site), secretId, store);
        return on(plain).withKey(secretId, hasToken, tokenExpiry).withSafety(Safety.of(safety));
    }

    /** An account with everything of this but its key, store and safety level. */
    Account on(Account account) throws AccountException {
        return on(account, Site.of(site));
    }

    Account on(Account account, Site read) {
        return account.withName(name)
                .withSite(read, region.isBlank() ? null : region.strip())
                .withColour(colour)
                .withDefaultZone(defaultZone.isBlank() ? null : defaultZone.strip());
    }
}
