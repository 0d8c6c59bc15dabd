package edgeone.purge.teo.error;

import java.io.IOException;

/** The proxy's password is stored but could not be read; nothing was sent. */
public final class ProxyPasswordException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param words the reason, for the user; never a secret
     */
    public ProxyPasswordException(String words) {
        super(words);
    }
}
