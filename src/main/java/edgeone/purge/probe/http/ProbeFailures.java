package edgeone.purge.probe.http;

import edgeone.purge.model.probe.Probe.Failure;
import edgeone.purge.model.probe.ProbeTrouble;
import edgeone.purge.teo.error.ProxyPasswordException;
import edgeone.purge.teo.error.Socks5Exception;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says what went wrong with a question. */
final class ProbeFailures {
    private static final int LONGEST = 300;

    private ProbeFailures() {}

    static Failure of(IOException e, ProbeSockets sockets) {
        String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new Failure(
                trouble(e, sockets), words.substring(0, Math.min(words.length(), LONGEST)));
    }

    private static ProbeTrouble trouble(IOException e, ProbeSockets sockets) {
        if (sockets.overflowed()) {
            return ProbeTrouble.HEADER_TOO_LARGE;
        }
        return switch (e) {
            case UnknownHostException _ -> ProbeTrouble.UNKNOWN_HOST;
            case SSLPeerUnverifiedException _ -> ProbeTrouble.CERTIFICATE_NAME;
            case SSLException _ when isAboutCertificate(e) -> ProbeTrouble.CERTIFICATE;
            case SSLException _ -> ProbeTrouble.TLS;
            case ProxyPasswordException _, Socks5Exception _ -> ProbeTrouble.PROXY;
            case InterruptedIOException _ -> ProbeTrouble.TIMEOUT;
            case IOException _ when sockets.refused() -> ProbeTrouble.PRIVATE_ADDRESS;
            case ConnectException _, NoRouteToHostException _ -> ProbeTrouble.NOT_CONNECTED;
            case IOException _ when isAboutProxy(e) -> ProbeTrouble.PROXY;
            default -> ProbeTrouble.BROKEN;
        };
    }

    private static boolean isAboutCertificate(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    /** OkHttp tells a refused CONNECT only by its message. */
    private static boolean isAboutProxy(IOException e) {
        String words = String.valueOf(e.getMessage());
        return words.contains("CONNECT") || words.contains("proxy") || words.contains("tunnel");
    }
}
