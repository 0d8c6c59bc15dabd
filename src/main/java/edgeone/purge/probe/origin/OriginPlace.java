package edgeone.purge.probe.origin;

import edgeone.purge.probe.EdgeAddress;
import edgeone.purge.probe.Question;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the origin is asked for targets. */
public sealed interface OriginPlace {
    /** What to ask to get the origin's answer for a target. */
    Question question(String target);

    /**
     * Reads {@code HOST}, {@code HOST:PORT} (an IPv6 address in brackets), or an {@code http://} or
     * {@code https://} address without user, query and fragment.
     *
     * @return empty if it is none of them
     */
    static Optional<OriginPlace> of(String text) {
        String stripped = text.strip();
        Matcher base = Below.FORM.matcher(stripped);
        if (base.matches()) {
            return hasHost(stripped)
                    ? Optional.of(new Below(base.group("base")))
                    : Optional.empty();
        }
        return EdgeAddress.of(stripped).map(At::new);
    }

    private static boolean hasHost(String base) {
        try {
            return URI.create(base).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The origin's own address, which is asked with the target's host and scheme. */
    record At(EdgeAddress address) implements OriginPlace {
        @Override
        public Question question(String target) {
            return new Question(target, address);
        }

        @Override
        public String toString() {
            return address.toString();
        }
    }

    /**
     * Another site with the same paths.
     *
     * @param base without a slash at its end
     */
    record Below(String base) implements OriginPlace {
        private static final Pattern FORM =
                Pattern.compile("(?i)(?<base>https?://[^/?#@\\s]+(?:/[^?#\\s]*?)??)/*");

        private static final Pattern AFTER_HOST =
                Pattern.compile("^[A-Za-z]+://[^/?#]*(?<path>[^?#]*)(?<query>\\?[^#]*)?");

        @Override
        public Question question(String target) {
            Matcher parts = AFTER_HOST.matcher(target.strip());
            if (!parts.find()) {
                return new Question(target, null);
            }
            String path = parts.group("path").isEmpty() ? "/" : parts.group("path");
            String query = parts.group("query") == null ? "" : parts.group("query");
            return new Question(base + path + query, null);
        }

        @Override
        public String toString() {
            return base;
        }
    }
}
