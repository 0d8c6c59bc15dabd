package edgeone.purge.accounts;

import edgeone.purge.model.SafetyLevel;
import edgeone.purge.secrets.StoreKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A named set of credentials with a site, a colour and a safety level; everything but the secret.
 *
 * @param id never changes; identifies the secret in its store, and the account of a job in journal
 *     and JSON
 * @param name its display name; unique, ignoring case
 * @param hasToken whether the secret has a token, as temporary keys do
 * @param tokenExpiry when the token expires; null if unknown or without a token
 * @param region sent as {@code X-TC-Region}; null for none
 * @param defaultZone ID of the zone selected with the account; null for none
 * @param isDefault whether it is used if no account is named; true for at most one
 */
public record Account(
        String id,
        String name,
        Site site,
        String secretId,
        boolean hasToken,
        @Nullable Instant tokenExpiry,
        @Nullable String region,
        AccountColour colour,
        Safety safety,
        @Nullable String defaultZone,
        StoreKind store,
        boolean isDefault) {

    /** An account with what the form asks for, and defaults for the rest. */
    public static Account of(String name, Site site, String secretId, StoreKind store) {
        return new Account(
                UUID.randomUUID().toString(),
                name,
                site,
                secretId,
                false,
                null,
                null,
                AccountColour.GREY,
                Safety.of(SafetyLevel.NORMAL),
                null,
                store,
                false);
    }

    /** Whether the token is known to have expired. */
    public boolean isExpired(Instant now) {
        return tokenExpiry != null && !now.isBefore(tokenExpiry);
    }

    public Account withName(String newName) {
        return with(d -> d.name = newName);
    }

    public Account withSite(Site newSite, @Nullable String newRegion) {
        return with(
                d -> {
                    d.site = newSite;
                    d.region = newRegion;
                });
    }

    public Account withKey(
            String newSecretId, boolean newHasToken, @Nullable Instant newTokenExpiry) {
        return with(
                d -> {
                    d.secretId = newSecretId;
                    d.hasToken = newHasToken;
                    d.tokenExpiry = newTokenExpiry;
                });
    }

    public Account withColour(AccountColour newColour) {
        return with(d -> d.colour = newColour);
    }

    /** For new accounts and for {@link AccountBook}, which alone changes a stored one. */
    public Account withSafety(Safety newSafety) {
        return with(d -> d.safety = newSafety);
    }

    public Account withDefaultZone(@Nullable String newDefaultZone) {
        return with(d -> d.defaultZone = newDefaultZone);
    }

    public Account withStore(StoreKind newStore) {
        return with(d -> d.store = newStore);
    }

    Account withDefault(boolean newIsDefault) {
        return with(d -> d.isDefault = newIsDefault);
    }

    private Account with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.account();
    }

    /** A mutable copy, so that each change names only its own fields. */
    private static final class Draft {
        private final String id;
        private String name;
        private Site site;
        private String secretId;
        private boolean hasToken;
        private @Nullable Instant tokenExpiry;
        private @Nullable String region;
        private AccountColour colour;
        private Safety safety;
        private @Nullable String defaultZone;
        private StoreKind store;
        private boolean isDefault;

        Draft(Account from) {
            id = from.id;
            name = from.name;
            site = from.site;
            secretId = from.secretId;
            hasToken = from.hasToken;
            tokenExpiry = from.tokenExpiry;
            region = from.region;
            colour = from.colour;
            safety = from.safety;
            defaultZone = from.defaultZone;
            store = from.store;
            isDefault = from.isDefault;
        }

        Account account() {
            return new Account(
                    id,
                    name,
                    site,
                    secretId,
                    hasToken,
                    tokenExpiry,
                    region,
                    colour,
                    safety,
                    defaultZone,
                    store,
                    isDefault);
        }
    }
}
