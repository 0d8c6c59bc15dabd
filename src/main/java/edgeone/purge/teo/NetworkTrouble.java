package edgeone.purge.teo;

import edgeone.purge.teo.error.ProxyPasswordException;
import edgeone.purge.teo.error.SecretCover;
import edgeone.purge.teo.error.Socks5Exception;
import edgeone.purge.teo.error.UnansweredException;
import edgeone.purge.teo.error.UnreachableException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;

/** Turns a network failure into an exception that says what is known about the attempt. */
final class NetworkTrouble {
    private NetworkTrouble() {}

    /** Nothing has left; says which step before sending failed. */
    static UnreachableException beforeSending(
            String action, @Nullable Throwable cause, boolean canceled, SecretCover cover) {
        String code =
                switch (cause) {
                    case IOException e when canceled -> UnreachableException.CANCELED;
                    case UnknownHostException e -> "Network.UnknownHost";
                    case SocketTimeoutException e -> "Network.ConnectTimeout";
                    case SSLException e -> "Network.Tls";
                    case ProxyPasswordException e -> "Network.ProxyPassword";
                    case Socks5Exception e when e.isSignIn() -> "Network.ProxySignIn";
                    case Socks5Exception e -> "Network.Proxy";
                    case ConnectException e -> "Network.ConnectFailed";
                    case NoRouteToHostException e -> "Network.ConnectFailed";
                    case IOException e when isProxySignInRefused(e) -> "Network.ProxySignIn";
                    case IOException e when isProxyTrouble(e) -> "Network.Proxy";
                    case null, default -> "Network.ConnectFailed";
                };
        Throwable known = cause == null ? new IOException("unknown") : cause;
        return new UnreachableException(
                action, code, cover.words(words(known)), covered(known, cover));
    }

    /** Bytes may have left. */
    static UnansweredException afterSending(
            Attempt attempt, @Nullable Throwable cause, boolean canceled, SecretCover cover) {
        String code =
                switch (cause) {
                    case Exchange.ReplyTooLargeException e -> "Reply.TooLarge";
                    case IOException e when attempt.overdue() -> "Network.Timeout";
                    case IOException e when canceled -> UnreachableException.CANCELED;
                    case SocketTimeoutException e -> "Network.Timeout";
                    case ProtocolException e when isProxySignIn(e) -> "Http.407";
                    case null, default -> "Network.Broken";
                };
        String words = cause == null ? "unknown" : cover.words(words(cause));
        return UnansweredException.of(
                attempt.action(), code, words, cause == null ? null : covered(cause, cover));
    }

    /** The cause, or, if its message holds a secret, one of the same kind without it. */
    private static Throwable covered(Throwable cause, SecretCover cover) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            String message = t.getMessage();
            if (message != null && !cover.words(message).equals(message)) {
                return new IOException(t.getClass().getSimpleName() + ": " + cover.words(message));
            }
        }
        return cause;
    }

    /** OkHttp reports a refused CONNECT only by its message. */
    private static boolean isProxyTrouble(IOException e) {
        String words = String.valueOf(e.getMessage());
        return words.contains("CONNECT")
                || words.contains("with proxy")
                || (e instanceof ProtocolException && words.contains("tunnel"));
    }

    /** The authenticator gave up, or the proxy did not name an authentication scheme. */
    private static boolean isProxySignInRefused(IOException e) {
        String words = String.valueOf(e.getMessage());
        return words.contains("authenticate with proxy")
                // Tinyproxy answers 401.
                || words.matches("(?s).*CONNECT: (401|407).*");
    }

    /** OkHttp returns no response for a 407 if it uses no proxy. */
    private static boolean isProxySignIn(ProtocolException e) {
        return String.valueOf(e.getMessage()).contains("(407)");
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : name + ": " + message;
    }
}
