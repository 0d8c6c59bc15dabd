package edgeone.purge.cli.account;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.SecretStores;
import edgeone.purge.secrets.StoreKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/** Reads a key, never from an argument, since every user of the machine can list those. */
final class AccountKey {
    private AccountKey() {}

    /**
     * Asks for the SecretKey and, if requested, the token.
     *
     * @return for the caller to close
     */
    static Secret ask(Workplace workplace, Output output, boolean withToken) {
        char[] key = given(workplace.secret(output.messages().text("cli.account.key")));
        char[] token = null;
        try {
            if (withToken) {
                token = given(workplace.secret(output.messages().text("cli.account.token")));
            }
            return new Secret(key, token);
        } finally {
            Arrays.fill(key, '\0');
            if (token != null) {
                Arrays.fill(token, '\0');
            }
        }
    }

    private static char[] given(char @Nullable [] line) {
        return line == null ? new char[0] : line;
    }

    /** The store with this label, or this machine's preferred one. */
    static StoreKind store(@Nullable String label, SecretStores stores) {
        if (label == null) {
            return stores.preferred();
        }
        StoreKind kind =
                StoreKind.ofLabel(label)
                        .filter(k -> k != StoreKind.SESSION)
                        .orElseThrow(
                                () ->
                                        new CommandFailure(
                                                ExitCodes.REFUSED, "cli.account.store", label));
        if (kind == StoreKind.KEYCHAIN && !stores.hasKeychain()) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.account.no-keychain");
        }
        return kind;
    }

    static @Nullable Instant expiry(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.account.expiry", text);
        }
    }
}
