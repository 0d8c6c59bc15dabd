package edgeone.purge.teo.net;

import edgeone.purge.teo.error.ProxyPasswordException;
import edgeone.purge.teo.error.Socks5Exception;

import org.jspecify.annotations.Nullable;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * Sockets that connect through a SOCKS 5 proxy (RFC 1928), with user and password (RFC 1929) if
 * given. Java's own would ask the process-wide Authenticator for the password.
 */
final class Socks5Sockets extends PromptSockets {
    private static final int VERSION = 5;
    private static final int NO_SIGN_IN = 0;
    private static final int USER_PASSWORD = 2;
    private static final int CONNECT = 1;
    private static final int NAME = 3;

    private final ProxyChoice.Socks proxy;
    private final ProxyRules rules;

    Socks5Sockets(ProxyChoice.Socks proxy, ProxyRules rules) {
        this.proxy = proxy;
        this.rules = rules;
    }

    @Override
    public Socket createSocket() throws IOException {
        return prompt(new Tunnel());
    }

    /** A socket that opens the tunnel as soon as it is connected to the proxy. */
    private final class Tunnel extends Socket {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            InetSocketAddress target = (InetSocketAddress) endpoint;
            if (rules.isDirect(target.getHostString())) {
                super.connect(endpoint, timeout);
                return;
            }
            super.connect(new InetSocketAddress(proxy.host(), proxy.port()), timeout);
            int before = getSoTimeout();
            setSoTimeout(timeout);
            try {
                open(this, target);
            } catch (SocketTimeoutException | ProxyPasswordException e) {
                close();
                throw e;
            } catch (Socks5Exception e) {
                close();
                throw e;
            } catch (IOException e) {
                close();
                throw new Socks5Exception("SOCKS proxy: " + e.getMessage(), false);
            }
            setSoTimeout(before);
        }
    }

    private void open(Socket socket, InetSocketAddress target) throws IOException {
        OutputStream out = socket.getOutputStream();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        String user = proxy.user();
        boolean signIn = user != null;
        out.write(
                signIn
                        ? new byte[] {VERSION, 2, NO_SIGN_IN, USER_PASSWORD}
                        : new byte[] {VERSION, 1, NO_SIGN_IN});
        if (in.readUnsignedByte() != VERSION) {
            throw new IOException("not a SOCKS 5 server");
        }
        int method = in.readUnsignedByte();
        if (method == USER_PASSWORD && user != null) {
            signIn(out, in, user);
        } else if (method != NO_SIGN_IN) {
            throw new Socks5Exception("SOCKS proxy: user and password required", true);
        }
        byte[] host = ascii(target.getHostString());
        byte[] request = new byte[7 + host.length];
        request[0] = VERSION;
        request[1] = CONNECT;
        request[3] = NAME;
        request[4] = (byte) host.length;
        System.arraycopy(host, 0, request, 5, host.length);
        request[5 + host.length] = (byte) (target.getPort() >> 8);
        request[6 + host.length] = (byte) target.getPort();
        out.write(request);
        readReply(in);
    }

    private void signIn(OutputStream out, DataInputStream in, String user) throws IOException {
        ProxyPassword secret = proxy.secret();
        byte[] name = ascii(user);
        byte[] password = ascii(secret == null ? "" : secret.get());
        byte[] request = new byte[3 + name.length + password.length];
        request[0] = 1;
        request[1] = (byte) name.length;
        System.arraycopy(name, 0, request, 2, name.length);
        request[2 + name.length] = (byte) password.length;
        System.arraycopy(password, 0, request, 3 + name.length, password.length);
        out.write(request);
        in.readUnsignedByte();
        if (in.readUnsignedByte() != 0) {
            throw new Socks5Exception("SOCKS proxy: user or password refused", true);
        }
    }

    private static void readReply(DataInputStream in) throws IOException {
        in.readUnsignedByte();
        int status = in.readUnsignedByte();
        if (status != 0) {
            throw new IOException("connection refused, status " + status);
        }
        in.readUnsignedByte();
        int length =
                switch (in.readUnsignedByte()) {
                    case 1 -> 4;
                    case NAME -> in.readUnsignedByte();
                    case 4 -> 16;
                    default -> throw new IOException("unknown address type in the answer");
                };
        in.readFully(new byte[length + 2]);
    }

    private static byte[] ascii(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 255) {
            throw new IOException("name or password too long");
        }
        return bytes;
    }

    /**
     * Leaves resolving the host to the proxy: returns an address that carries only the name.
     *
     * @return null if the host is reached directly and must be resolved locally
     */
    @Nullable InetAddress unresolved(String host) throws IOException {
        return rules.isDirect(host) ? null : InetAddress.getByAddress(host, new byte[4]);
    }
}
