package edgeone.purge.targets;

import edgeone.purge.targets.Reading.Refused;
import edgeone.purge.targets.TargetList.ProblemKind;

import java.net.IDN;

/** A host converted to the form EdgeOne knows it by, or refused. */
sealed interface HostName permits HostName.Read, Refused {
    /** RFC 1035: a name on the wire, without the root's dot. */
    int LONGEST_NAME = 253;

    int LONGEST_LABEL = 63;

    /**
     * A host.
     *
     * @param ascii as written, or its punycode
     * @param name the same in lower case
     */
    record Read(String ascii, String name) implements HostName {}

    /**
     * Converts to lower case, and to punycode if not ASCII. Refuses wildcards: EdgeOne purges hosts
     * by their full names.
     */
    static HostName of(String written) {
        if (written.isEmpty()) {
            return Refused.of(ProblemKind.NO_HOST);
        }
        if (written.contains("*")) {
            return Refused.of(ProblemKind.WILDCARD_HOST, written);
        }
        if (written.length() > LONGEST_NAME) {
            return Refused.of(ProblemKind.BAD_HOST, written);
        }
        String ascii = isAscii(written) ? written : punycode(written);
        String lower = Ascii.lower(ascii);
        return isName(lower) ? new Read(ascii, lower) : Refused.of(ProblemKind.BAD_HOST, written);
    }

    /** Empty if there is no ASCII form. */
    private static String punycode(String written) {
        // IDNA 2003 (Java) and IDNA 2008 (browsers) map these four to different hosts, and the
        // wrong one must not be purged.
        for (char deviation : new char[] {'ß', 'ς', '\u200C', '\u200D'}) {
            if (written.indexOf(deviation) >= 0) {
                return "";
            }
        }
        try {
            // Strict, because compatibility forms can map to a slash or an at sign.
            return IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return "";
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean isName(String name) {
        if (name.length() > LONGEST_NAME) {
            return false;
        }
        int label = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.') {
                if (label == 0) {
                    return false;
                }
                label = 0;
            } else if (Ascii.isLetter(c) || Ascii.isDigit(c) || c == '-' || c == '_') {
                label++;
                if (label > LONGEST_LABEL) {
                    return false;
                }
            } else {
                return false;
            }
        }
        return label > 0;
    }
}
