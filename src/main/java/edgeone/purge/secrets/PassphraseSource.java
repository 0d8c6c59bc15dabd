package edgeone.purge.secrets;

import org.jspecify.annotations.Nullable;

/** Where the passphrase of the encrypted file comes from: a dialog, or a line of input. */
@FunctionalInterface
public interface PassphraseSource {
    /**
     * Asks for the passphrase; called only when a secret is needed. The store wipes the result.
     *
     * @param creating whether it is for a new file, so that it may be asked for twice
     * @return null if none was given
     */
    char @Nullable [] passphrase(boolean creating);
}
