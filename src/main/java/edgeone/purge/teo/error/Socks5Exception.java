package edgeone.purge.teo.error;

import java.io.IOException;

/** A SOCKS proxy did not open a connection. */
public final class Socks5Exception extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean signIn;

    /**
     * @param signIn whether it rejected the user or the password
     */
    public Socks5Exception(String message, boolean signIn) {
        super(message);
        this.signIn = signIn;
    }

    public boolean isSignIn() {
        return signIn;
    }
}
