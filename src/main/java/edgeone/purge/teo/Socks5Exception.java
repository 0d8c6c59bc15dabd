package edgeone.purge.teo;

import java.io.IOException;

/** A SOCKS proxy did not open the way. */
final class Socks5Exception extends IOException {
    private static final long serialVersionUID = 1L;

    Socks5Exception(String message) {
        super(message);
    }
}
