package edgeone.purge.teo;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;

/** Names what broke on the way, by what is known of the attempt. */
final class NetworkTrouble {
    private NetworkTrouble() {}

    /** Nothing has left: which step before sending failed. */
    static UnreachableException beforeSending(
            String action, @Nullable Throwable cause, boolean canceled) {
        String code =
                switch (cause) {
                    case IOException e when canceled -> UnreachableException.CANCELED;
                    case UnknownHostException e -> "Network.UnknownHost";
                    case SocketTimeoutException e -> "Network.ConnectTimeout";
                    case SSLException e -> "Network.Tls";
                    case Socks5Exception e -> "Network.Proxy";
                    case ConnectException e -> "Network.ConnectFailed";
                    case NoRouteToHostException e -> "Network.ConnectFailed";
                    case IOException e when isProxyTrouble(e) -> "Network.Proxy";
                    case null, default -> "Network.ConnectFailed";
                };
        Throwable known = cause == null ? new IOException("unknown") : cause;
        return new UnreachableException(action, code, words(known), known);
    }

    /** Bytes may have left. */
    static UnansweredException afterSending(
            Attempt attempt, @Nullable Throwable cause, boolean canceled) {
        String code =
                switch (cause) {
                    case Exchange.ReplyTooLargeException e -> "Reply.TooLarge";
                    case IOException e when attempt.overdue() -> "Network.Timeout";
                    case IOException e when canceled -> UnreachableException.CANCELED;
                    case SocketTimeoutException e -> "Network.Timeout";
                    case ProtocolException e when isProxySignIn(e) -> "Http.407";
                    case null, default -> "Network.Broken";
                };
        String words = cause == null ? "unknown" : words(cause);
        return unanswered(attempt.action(), code, words, cause);
    }

    static UnansweredException unanswered(
            String action, String code, String words, @Nullable Throwable cause) {
        return new UnansweredException(action, code, words, ErrorCatalogue.classOf(code), cause);
    }

    /** OkHttp tells a refused CONNECT by its words only. */
    private static boolean isProxyTrouble(IOException e) {
        String words = String.valueOf(e.getMessage());
        return words.contains("CONNECT")
                || words.contains("with proxy")
                || (e instanceof ProtocolException && words.contains("tunnel"));
    }

    /** OkHttp gives no response to a 407 where it uses no proxy. */
    private static boolean isProxySignIn(ProtocolException e) {
        return String.valueOf(e.getMessage()).contains("(407)");
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : name + ": " + message;
    }
}
