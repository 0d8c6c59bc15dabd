package edgeone.purge.ui.accounts;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.Site;
import edgeone.purge.accounts.desk.AccountDesk;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.ui.accounts.form.AccountEntry;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** Saves what was entered for accounts. Blocks; off the JavaFX thread. */
final class AccountWriter {
    private final AccountDesk desk;

    AccountWriter(AccountDesk desk) {
        this.desk = desk;
    }

    /** Adds an account; wipes {@code secret}. */
    Account add(AccountEntry entry, Secret secret) throws Exception {
        try (secret) {
            return desk.accounts().add(entry.account(secret.hasToken()), secret);
        }
    }

    /**
     * Changes an account.
     *
     * @param secret the new key, wiped here; null keeps key and store
     * @param lowering required if the safety level would be lowered; null otherwise
     */
    Account change(
            Account before,
            AccountEntry entry,
            @Nullable Secret secret,
            @Nullable Lowering lowering)
            throws Exception {
        String id = before.id();
        Site site;
        try (secret) {
            site = Site.of(entry.site());
            if (secret != null) {
                desk.accounts()
                        .changeKey(
                                id, entry.secretId(), secret, entry.tokenExpiry(), entry.store());
            }
        }
        Account after = desk.accounts().edit(id, a -> entry.on(a, site));
        if (entry.safety() == after.safety().effectiveLevel(desk.clock().instant())) {
            return after;
        }
        // The dialog asked for the old name, even if the same form changed it.
        String typed = lowering == null ? null : lowering.typedName();
        boolean meant = typed != null && typed.strip().equals(before.name());
        return desk.accounts()
                .book()
                .changeSafety(
                        id,
                        entry.safety(),
                        meant ? after.name() : typed,
                        lowering == null ? Duration.ZERO : lowering.time(),
                        desk.safetyLog());
    }

    /** Removes an account and its key. */
    Removed remove(Account account) throws Exception {
        try {
            desk.accounts().remove(account.id());
            return new Removed(null);
        } catch (SecretStoreException e) {
            return new Removed(e);
        }
    }

    /**
     * An account is removed.
     *
     * @param leftKey why its key is still there; null if it is not
     */
    record Removed(@Nullable SecretStoreException leftKey) {}
}
