package edgeone.purge.secrets;

import edgeone.purge.messages.Messages;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** A store could not do what was asked. Never holds a secret. */
public final class SecretStoreException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    /**
     * @param detail a file's path or what the system said; may be empty
     */
    public SecretStoreException(Reason reason, String detail, @Nullable Throwable cause) {
        super(reason.label() + (detail.isEmpty() ? "" : ": " + detail), cause);
        this.reason = reason;
        this.detail = detail;
    }

    public SecretStoreException(Reason reason, String detail) {
        this(reason, detail, null);
    }

    public Reason reason() {
        return reason;
    }

    /** What happened and what to do, for the user. */
    public String text(Messages messages) {
        return messages.text("accounts.store." + reason.label(), detail);
    }

    /** Why. Texts: {@code accounts.store.…}. */
    public enum Reason {
        /** There is no keychain on this system, or it cannot be reached from this session. */
        KEYCHAIN_ABSENT,
        /** It is locked and was not unlocked. */
        KEYCHAIN_LOCKED,
        /** It answered with an error. */
        KEYCHAIN_FAILED,
        /** Its entry for this account is damaged. */
        KEYCHAIN_DAMAGED,
        /** A passphrase is required and none was given. */
        PASSPHRASE_MISSING,
        PASSPHRASE_WRONG,
        /** {@code secrets.enc} is damaged. */
        FILE_DAMAGED,
        /** A newer program wrote {@code secrets.enc}. */
        FILE_NEWER,
        FILE_UNREADABLE,
        FILE_UNWRITABLE;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
