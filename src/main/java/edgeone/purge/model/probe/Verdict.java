package edgeone.purge.model.probe;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the probes of a target prove about its purge.
 *
 * @param reason why nothing is proven; null for a kind that is
 * @param at the edge this is about, if it is not the one DNS names
 * @param detail where a redirect leads to, or what went wrong; null for none
 */
public record Verdict(
        Kind kind, @Nullable Reason reason, @Nullable String at, @Nullable String detail) {

    /** From the worst to the best: of several edges the worst counts. */
    public enum Kind {
        /** An object older than the purge is still served. */
        STALE,
        /** The edge gave no answer afterwards. */
        UNREACHABLE,
        /** Nothing is proven. */
        UNCLEAR,
        /** The answer leads elsewhere, and what is there was not purged with it. */
        REDIRECT,
        /** Fetched or revalidated after the purge, and the same bytes as before. */
        UNCHANGED,
        /** Fetched or revalidated after the purge. */
        FRESH,
        /** Nothing was cached before, and nothing older than the purge is served now. */
        WAS_NOT_CACHED;

        /** The word of the contract. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofLabel(String label) {
            return Arrays.stream(values()).filter(k -> k.label().equals(label)).findFirst();
        }
    }

    /** Why nothing is proven. */
    public enum Reason {
        /** EdgeOne did not say when it took the purge. */
        NO_PURGE_TIME,
        /** No header says that EdgeOne answered. */
        NOT_EDGEONE,
        NO_DATE,
        NO_AGE,
        /** Fetched within the seconds in which the purge was taken. */
        TOO_CLOSE,
        /** The status says nothing about the object. */
        STATUS,
        /** The answer depends on request headers; other variants were not asked for. */
        VARY,
        /** The edge says that it fetched the object just now, and that the object is older. */
        CONTRADICTION,
        /** The clocks of EdgeOne's API and of its edge differ. */
        CLOCKS_DIFFER;

        /** The word for scripts. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Reason> ofLabel(String label) {
            return Arrays.stream(values()).filter(r -> r.label().equals(label)).findFirst();
        }
    }

    public static Verdict of(Kind kind, @Nullable String at) {
        return new Verdict(kind, null, at, null);
    }

    public static Verdict unclear(Reason reason, @Nullable String at) {
        return new Verdict(Kind.UNCLEAR, reason, at, null);
    }

    /** The same with a detail. */
    public Verdict with(@Nullable String newDetail) {
        return new Verdict(kind, reason, at, newDetail);
    }
}
