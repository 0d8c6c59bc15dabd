package edgeone.purge.teo.error;

import java.io.IOException;

/** The password of the proxy is kept, and could not be had; nothing was sent. */
public final class ProxyPasswordException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param words why, for a reader; never a secret
     */
    public ProxyPasswordException(String words) {
        super(words);
    }
}
