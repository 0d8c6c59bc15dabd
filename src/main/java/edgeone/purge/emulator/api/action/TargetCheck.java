package edgeone.purge.emulator.api.action;

import edgeone.purge.emulator.api.state.ZoneSetup;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides whether a target may go into a job. {@code domain not valid} is EdgeOne's reason, the
 * others are invented.
 */
final class TargetCheck {
    private static final String DOMAIN = "domain not valid";
    private static final int LONGEST_TAG = 256;

    /** Why a target goes to FailedList; empty if it does not. */
    static Optional<String> reason(String type, String target, Predicate<String> hosts) {
        return switch (type) {
            case "purge_url", ZoneSetup.PREFETCH -> url(target, hosts, "url not valid");
            case "purge_prefix" ->
                    target.endsWith("/")
                            ? url(target, hosts, "directory not valid")
                            : Optional.of("directory not valid");
            case "purge_host" ->
                    target.contains("*") || !hosts.test(target)
                            ? Optional.of(DOMAIN)
                            : Optional.empty();
            case "purge_cache_tag" ->
                    target.isEmpty()
                                    || target.length() > LONGEST_TAG
                                    || !target.matches("[\\x21-\\x2b\\x2d-\\x7e]+")
                            ? Optional.of("tag not valid")
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> url(String target, Predicate<String> hosts, String malformed) {
        Optional<UrlParts> parts = UrlParts.of(target);
        if (parts.isEmpty()) {
            return Optional.of(malformed);
        }
        String authority = parts.get().authority();
        return authority.contains("*") || !hosts.test(authority)
                ? Optional.of(DOMAIN)
                : Optional.empty();
    }

    /** The host a target names, in lower case; empty for tags and whole zones. */
    static String hostOf(String type, String target) {
        return switch (type) {
            case "purge_url", "purge_prefix", ZoneSetup.PREFETCH ->
                    UrlParts.of(target).map(UrlParts::authority).orElse("");
            case "purge_host" -> target.toLowerCase(Locale.ROOT);
            default -> "";
        };
    }

    private TargetCheck() {}
}
