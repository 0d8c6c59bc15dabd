package edgeone.purge.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a prefetch fetches its URLs. It is kept with the job, so that whatever is sent later is
 * exactly the same.
 *
 * @param mode how far into EdgeOne's network the objects go
 * @param headers sent to the origin with each request, in order
 * @param mediaSegments whether the segments of M3U8 playlists are fetched too; each costs quota
 */
public record PrefetchOptions(Mode mode, List<Header> headers, boolean mediaSegments) {
    /** As EdgeOne does it if nothing is said; also that of every purge. */
    public static final PrefetchOptions NONE = new PrefetchOptions(Mode.DEFAULT, List.of(), false);

    public PrefetchOptions {
        headers = List.copyOf(headers);
    }

    /** Where EdgeOne puts the objects. Wire names as in {@code CreatePrefetchTask.Mode}. */
    public enum Mode {
        /** Into the caches between the edge and the origin. */
        DEFAULT("default"),
        /** Into those at the edge too; needs EdgeOne's approval and has a quota of its own. */
        EDGE("edge");

        /**
         * URLs a day that EdgeOne documents for {@link #EDGE}; it does not tell how many are left.
         */
        public static final int EDGE_DAILY = 1_000;

        private final String wireName;

        Mode(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        public static Optional<Mode> ofWireName(String name) {
            for (Mode mode : values()) {
                if (mode.wireName.equals(name)) {
                    return Optional.of(mode);
                }
            }
            return Optional.empty();
        }
    }

    /** What keeps a header from being sent. */
    public enum HeaderProblem {
        /** It is not {@code Name: value} in printable ASCII. */
        NOT_A_HEADER,
        /** Its value signs someone in. The journal would keep it in clear. */
        SIGNS_IN
    }

    /** An HTTP header. Any text can be one; {@link #problem} tells whether it may be sent. */
    public record Header(String name, String value) {
        private static final String NAME = "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}";
        private static final String VALUE = "[\\x21-\\x7e](?:[\\x20-\\x7e]{0,4094}[\\x21-\\x7e])?";
        private static final Set<String> SIGNING_IN =
                Set.of("authorization", "proxy-authorization", "cookie");

        /** Reads {@code Name: value}; a text without a colon is a name without a value. */
        public static Header of(String line) {
            int colon = line.indexOf(':');
            return colon < 0
                    ? new Header(line.strip(), "")
                    : new Header(
                            line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }

        public Optional<HeaderProblem> problem() {
            if (SIGNING_IN.contains(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(HeaderProblem.SIGNS_IN);
            }
            return name.matches(NAME) && value.matches(VALUE)
                    ? Optional.empty()
                    : Optional.of(HeaderProblem.NOT_A_HEADER);
        }

        /** {@code Name: value} */
        public String line() {
            return name + ": " + value;
        }
    }
}
