package edgeone.purge.targets;

import edgeone.purge.targets.Reading.Refused;
import edgeone.purge.targets.Reading.Sent;
import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.TargetList.RemarkKind;
import edgeone.purge.targets.TargetList.RewriteKind;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the address of an object or of a directory. A cache finds an object by the exact text of
 * its address, so only what EdgeOne itself treats as equal (the case of scheme and host) or cannot
 * accept (spaces, non-ASCII text) is normalised.
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
        if (schemeEnd < 0 || !isScheme(line, schemeEnd)) {
            return new Refused(ProblemKind.NO_SCHEME, "");
        }
        String scheme = line.substring(0, schemeEnd);
        String lowerScheme = Ascii.lower(scheme);
        if (!lowerScheme.equals("http") && !lowerScheme.equals("https")) {
            return Refused.of(ProblemKind.FOREIGN_SCHEME, scheme);
        }
        int authority = schemeEnd + "://".length();
        int rest = firstOf(line, "/?#", authority);
        String hostAndPort = line.substring(authority, rest);
        if (hostAndPort.indexOf('@') >= 0) {
            return new Refused(ProblemKind.USER_INFO, "");
        }
        int colon = hostAndPort.indexOf(':');
        if (hostAndPort.startsWith("[") || colon != hostAndPort.lastIndexOf(':')) {
            return Refused.of(ProblemKind.BAD_HOST, hostAndPort);
        }
        String written = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        String port = colon < 0 ? "" : hostAndPort.substring(colon);
        return switch (HostName.of(written)) {
            case Refused refused -> refused;
            case HostName.Read host -> {
                if (colon >= 0 && !isPort(port)) {
                    yield Refused.of(ProblemKind.BAD_PORT, port.substring(1));
                }
                if (!covered.test(host.name())) {
                    yield Refused.of(ProblemKind.FOREIGN_HOST, host.name());
                }
                Set<RewriteKind> rewrites = EnumSet.noneOf(RewriteKind.class);
                rewrites.addAll(host.rewrites());
                if (!lowerScheme.equals(scheme)) {
                    rewrites.add(RewriteKind.SCHEME_CASE);
                }
                String start = lowerScheme + "://" + host.name() + port;
                yield withRest(start, line.substring(rest), directory, rewrites);
            }
        };
    }

    private static Reading withRest(
            String start, String written, boolean directory, Set<RewriteKind> rewrites) {
        Set<RemarkKind> remarks = EnumSet.noneOf(RemarkKind.class);
        String rest = Ascii.percentEncode(written);
        if (!rest.equals(written)) {
            rewrites.add(RewriteKind.ENCODED);
        }
        if (directory) {
            if (firstOf(rest, "?#", 0) < rest.length()) {
                return new Refused(ProblemKind.QUERY_IN_DIRECTORY, "");
            }
            if (!rest.endsWith("/")) {
                rest += "/";
                rewrites.add(RewriteKind.SLASH_ADDED);
            }
            if (isRoot(rest)) {
                remarks.add(RemarkKind.WHOLE_HOST);
            }
        } else if (rest.indexOf('#') >= 0) {
            remarks.add(RemarkKind.FRAGMENT);
        }
        return new Sent(start + rest, rewrites, remarks);
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
        return end > 0;
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

    /**
     * Whether a server that resolves dots and repeated slashes would take it for the whole host.
     */
    private static boolean isRoot(String directory) {
        int depth = 0;
        for (String segment :
                directory.toLowerCase(Locale.ROOT).replace("%2e", ".").split("/", -1)) {
            switch (segment) {
                case "", "." -> {}
                case ".." -> depth = Math.max(depth - 1, 0);
                default -> depth++;
            }
        }
        return depth == 0;
    }

    private static int firstOf(String text, String characters, int from) {
        for (int i = from; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
