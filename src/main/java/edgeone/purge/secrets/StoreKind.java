package edgeone.purge.secrets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the secret of an account is stored. */
public enum StoreKind {
    /** The keychain of the operating system. */
    KEYCHAIN,
    /** {@code secrets.enc} in the home folder, encrypted with a passphrase. */
    FILE,
    /** In memory, for as long as the program runs. */
    SESSION;

    /** As given to {@code --store} and written to {@code accounts.json}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<StoreKind> ofLabel(String label) {
        return Arrays.stream(values()).filter(k -> k.label().equals(label)).findFirst();
    }
}
