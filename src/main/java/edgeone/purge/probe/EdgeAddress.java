package edgeone.purge.probe;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An edge to ask in place of the one DNS names.
 *
 * @param host a name or an IP address, without brackets
 * @param port null for that of the target
 * @param plain whether it is asked without TLS whatever the target's scheme; only this machine
 */
public record EdgeAddress(String host, @Nullable Integer port, boolean plain) {
    private static final int LAST_PORT = 65_535;
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<plain>http://)?(?:\\[(?<six>[0-9A-Fa-f:.]+)\\]|(?<host>[A-Za-z0-9._-]+))"
                            + "(?::(?<port>\\d{1,5}))?/?");
    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|::1");

    /**
     * Reads {@code HOST}, {@code HOST:PORT} or, for this machine only, {@code http://HOST:PORT}; an
     * IPv6 address in brackets.
     *
     * @return empty if it is none of them
     */
    public static Optional<EdgeAddress> of(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String six = parts.group("six");
        String host = six == null ? parts.group("host") : six;
        String port = parts.group("port");
        boolean plain = parts.group("plain") != null;
        if (plain && !THIS_MACHINE.matcher(host).matches()) {
            return Optional.empty();
        }
        if (port == null) {
            return Optional.of(new EdgeAddress(host, null, plain));
        }
        int number = Integer.parseInt(port);
        return number < 1 || number > LAST_PORT
                ? Optional.empty()
                : Optional.of(new EdgeAddress(host, number, plain));
    }

    /** In the form {@link #of} reads. */
    @Override
    public String toString() {
        return (plain ? "http://" : "")
                + (host.indexOf(':') < 0 ? host : "[" + host + "]")
                + (port == null ? "" : ":" + port);
    }
}
