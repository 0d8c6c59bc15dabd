package edgeone.purge.accounts;

import edgeone.purge.model.SafetyLevel;
import edgeone.purge.secrets.StoreKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A named set of credentials with a site, a colour and a safety level; everything but the secret.
 *
 * @param id never changes; names the secret in its store, and whose a job is in journal and JSON
 * @param name what people call it; unique, upper and lower case not told apart
 * @param hasToken whether the secret is of temporary keys
 * @param tokenExpiry when the token ends; null where unknown or where there is none
 * @param region sent as {@code X-TC-Region}; null for none
 * @param defaultZone zone id picked when the account is; null for none
 * @param isDefault whether it is used where no account is named; at most one is
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

    /** What the form asks for, with the rest as most accounts have it. */
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

    /** Whether the token is known to have ended. */
    public boolean isExpired(Instant now) {
        return tokenExpiry != null && !now.isBefore(tokenExpiry);
    }

    public Account withName(String newName) {
        return new Account(
                id,
                newName,
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

    public Account withSite(Site newSite, @Nullable String newRegion) {
        return new Account(
                id,
                name,
                newSite,
                secretId,
                hasToken,
                tokenExpiry,
                newRegion,
                colour,
                safety,
                defaultZone,
                store,
                isDefault);
    }

    public Account withKey(
            String newSecretId, boolean newHasToken, @Nullable Instant newTokenExpiry) {
        return new Account(
                id,
                name,
                site,
                newSecretId,
                newHasToken,
                newTokenExpiry,
                region,
                colour,
                safety,
                defaultZone,
                store,
                isDefault);
    }

    public Account withColour(AccountColour newColour) {
        return new Account(
                id,
                name,
                site,
                secretId,
                hasToken,
                tokenExpiry,
                region,
                newColour,
                safety,
                defaultZone,
                store,
                isDefault);
    }

    /** For a new account and for {@link AccountBook}; a stored one is changed there only. */
    public Account withSafety(Safety newSafety) {
        return new Account(
                id,
                name,
                site,
                secretId,
                hasToken,
                tokenExpiry,
                region,
                colour,
                newSafety,
                defaultZone,
                store,
                isDefault);
    }

    public Account withDefaultZone(@Nullable String newDefaultZone) {
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
                newDefaultZone,
                store,
                isDefault);
    }

    public Account withStore(StoreKind newStore) {
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
                newStore,
                isDefault);
    }

    Account withDefault(boolean newIsDefault) {
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
                newIsDefault);
    }
}
