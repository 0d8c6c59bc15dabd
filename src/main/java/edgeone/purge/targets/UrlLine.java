package edgeone.purge.targets;

import edgeone.purge.targets.Reading.Refused;
import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.TargetList.RewriteKind;
import edgeone.purge.targets.rules.AddressText;
import edgeone.purge.targets.rules.Fix;
import edgeone.purge.targets.rules.FixKind;

import java.util.List;
import java.util.function.Predicate;

/**
 * Reads the address of an object or of a directory. A cache finds an object by the exact text of
 * its address, so nothing is normalised but what is equal on the wire (the case of scheme and host,
 * the scheme's own port) or could not be sent (spaces, text that is not ASCII).
 */
final class UrlLine {
    private static final int HIGHEST_PORT = 65_535;

    private UrlLine() {}

    /**
     * @param line trimmed, without control characters or lone surrogates
     * @param covered whether a lower-case host belongs to the zone
     */
    static Reading read(String line, boolean directory, Predicate<String> covered) {
        int schemeEnd = line.indexOf("://");
        if (schemeEnd <= 0 || !isScheme(line, schemeEnd)) {
            return Refused.of(ProblemKind.NO_SCHEME, schemes(line));
        }
        String scheme = line.substring(0, schemeEnd);
        String lowerScheme = Ascii.lower(scheme);
        if (!lowerScheme.equals("http") && !lowerScheme.equals("https")) {
            return Refused.of(ProblemKind.FOREIGN_SCHEME, scheme);
        }
        int authority = schemeEnd + "://".length();
        int rest = firstOf(line, "/?#", authority);
        String hostAndPort = line.substring(authority, rest);
        if (hostAndPort.contains("@")) {
            return Refused.of(ProblemKind.USER_INFO);
        }
        int colon = firstOf(hostAndPort, ":", 0);
        String written = hostAndPort.substring(0, colon);
        String port = hostAndPort.substring(colon);
        if (written.startsWith("[") || port.lastIndexOf(':') > 0) {
            return Refused.of(ProblemKind.BAD_HOST, hostAndPort);
        }
        return switch (HostName.of(written)) {
            case Refused refused -> refused;
            case HostName.Read host -> {
                if (!port.isEmpty() && !isPort(port)) {
                    yield Refused.of(ProblemKind.BAD_PORT, port.substring(1));
                }
                if (!covered.test(host.name())) {
                    yield Refused.of(ProblemKind.FOREIGN_HOST, host.name());
                }
                Refused unfit = AddressRest.refused(line, rest, directory);
                if (unfit != null) {
                    yield unfit;
                }
                Rewriting rewriting = new Rewriting(line);
                rewriting.to(RewriteKind.SCHEME_CASE, lowerScheme + line.substring(schemeEnd));
                String start = lowerScheme + "://";
                String behind = line.substring(rest);
                rewriting.to(RewriteKind.HOST_PUNYCODE, start + host.ascii() + port + behind);
                rewriting.to(RewriteKind.HOST_CASE, start + host.name() + port + behind);
                boolean own = isOwnPort(lowerScheme, port);
                String kept = start + host.name() + (own ? "" : port);
                rewriting.to(RewriteKind.DEFAULT_PORT, kept + behind);
                yield AddressRest.sent(rewriting, kept, behind, directory);
            }
        };
    }

    /** What a person may have left out. */
    private static List<Fix> schemes(String line) {
        String bare = line.startsWith("//") ? line.substring(2) : line;
        return AddressText.isBare(bare)
                ? List.of(
                        Fix.of(FixKind.ADD_HTTPS, "https://" + bare),
                        Fix.of(FixKind.ADD_HTTP, "http://" + bare))
                : List.of();
    }

    private static boolean isOwnPort(String scheme, String port) {
        return !port.isEmpty()
                && Integer.parseInt(port.substring(1)) == (scheme.equals("http") ? 80 : 443);
    }

    /** RFC 3986 3.1. The text before {@code ://} may also be the path of a bare address. */
    private static boolean isScheme(String line, int end) {
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            boolean inside = i > 0 && (Ascii.isDigit(c) || c == '+' || c == '-' || c == '.');
            if (!Ascii.isLetter(c) && !inside) {
                return false;
            }
        }
        return true;
    }

    /** A colon, then 1 to 65535 in at most five digits. */
    private static boolean isPort(String port) {
        int value = 0;
        for (int i = 1; i < port.length(); i++) {
            char c = port.charAt(i);
            if (!Ascii.isDigit(c)) {
                return false;
            }
            value = Math.min(value * 10 + c - '0', HIGHEST_PORT + 1);
        }
        return port.length() <= 6 && value >= 1 && value <= HIGHEST_PORT;
    }

    static int firstOf(String text, String characters, int from) {
        for (int i = from; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
