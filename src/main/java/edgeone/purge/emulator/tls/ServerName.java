package edgeone.purge.emulator.tls;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name or an IP address that a server's certificate is for.
 *
 * @param text a DNS name in ASCII and lower case, perhaps with {@code *.} in front, or an address
 */
public record ServerName(String text) {
    private static final int LONGEST_NAME = 253;
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern NAME =
            Pattern.compile("(\\*\\.)?(" + LABEL + "\\.)*(?![0-9]+$)" + LABEL);
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

    /**
     * Reads a name as a person writes it: in any case and script, an IPv6 address also in brackets.
     *
     * @throws IllegalArgumentException if it is neither a DNS name nor an IP address
     */
    public static ServerName parse(String given) {
        String text = given.strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            text = text.substring(1, text.length() - 1);
        }
        if (text.indexOf(':') >= 0 || IPV4.matcher(text).matches()) {
            return new ServerName(InetAddress.ofLiteral(text).getHostAddress());
        }
        String name = IDN.toASCII(text).toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("neither a host name nor an IP address");
        }
        return new ServerName(name);
    }

    /** As a GeneralName. */
    byte[] encoded() {
        return text.indexOf(':') >= 0 || IPV4.matcher(text).matches()
                ? Der.implicit(IP_ADDRESS, InetAddress.ofLiteral(text).getAddress())
                : Der.implicit(DNS_NAME, Der.ascii(text));
    }
}
