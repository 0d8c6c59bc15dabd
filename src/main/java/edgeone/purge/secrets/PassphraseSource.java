package edgeone.purge.secrets;

import org.jspecify.annotations.Nullable;

/** Where the passphrase of the encrypted file comes from: a dialog, or a line of input. */
@FunctionalInterface
public interface PassphraseSource {
    /**
     * Asks for the passphrase; called only when a secret is needed. The store wipes what it gets.
     *
     * @param creating whether a new file gets this passphrase, so that it may be asked twice
     * @return null where none was given
     */
    char @Nullable [] passphrase(boolean creating);
}
