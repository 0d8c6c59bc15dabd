package edgeone.purge.probe.http;

import edgeone.purge.teo.net.PromptSockets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * The sockets of one question. They refuse private addresses where the connection is made, whatever
 * DNS said before, and end a header that is too long.
 */
final class ProbeSockets extends PromptSockets {
    /** Bytes of a header, at most; what TLS adds counts too. */
    static final int LONGEST_HEADER = 64 * 1024;

    private final boolean guarded;
    private volatile boolean refused;
    private volatile boolean overflowed;
    private volatile boolean inHeader;

    /**
     * @param guarded whether private addresses are refused
     */
    ProbeSockets(boolean guarded) {
        this.guarded = guarded;
    }

    /** Whether a private address was refused. */
    boolean refused() {
        return refused;
    }

    /** Whether the header was too long. */
    boolean overflowed() {
        return overflowed;
    }

    /** What comes from now on is the header of the answer, or no longer. */
    void inHeader(boolean now) {
        inHeader = now;
    }

    @Override
    public Socket createSocket() throws IOException {
        return prompt(new ProbeSocket());
    }

    private final class ProbeSocket extends Socket {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            InetAddress address = ((InetSocketAddress) endpoint).getAddress();
            if (guarded && AddressRule.isPrivate(address)) {
                refused = true;
                throw new IOException("private address: " + address.getHostAddress());
            }
            super.connect(endpoint, timeout);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new Metered(super.getInputStream());
        }
    }

    private final class Metered extends FilterInputStream {
        private int header;

        Metered(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws IOException {
            if (inHeader) {
                header += bytes;
                if (header > LONGEST_HEADER) {
                    overflowed = true;
                    throw new IOException("header longer than " + LONGEST_HEADER + " bytes");
                }
            }
        }
    }
}
