package edgeone.purge.accounts.imports;

import edgeone.purge.accounts.Site;
import edgeone.purge.secrets.Secret;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What other tools of this machine keep: keys to offer, and what cannot be offered and why. */
public record ImportReport(List<Found> found, List<Skipped> skipped) implements AutoCloseable {
    public ImportReport {
        found = List.copyOf(found);
        skipped = List.copyOf(skipped);
    }

    /**
     * A key to offer.
     *
     * @param name a name to begin with: the profile's
     * @param origin the file, or {@code environment}
     * @param tokenExpiry null where unknown
     * @param region null where none is set
     */
    public record Found(
            String name,
            String origin,
            Site site,
            String secretId,
            Secret secret,
            @Nullable Instant tokenExpiry,
            @Nullable String region) {
        @Override
        public String toString() {
            return "Found[" + name + ", " + origin + "]";
        }
    }

    /**
     * A file or profile left out.
     *
     * @param origin the file, or {@code environment}
     */
    public record Skipped(String origin, Reason reason) {}

    /** Why something was left out. Texts: {@code accounts.import.…}. */
    public enum Reason {
        /** Signed in with the browser; its short-lived key is the other tool's to renew. */
        OAUTH,
        SSO,
        /** The key comes from the virtual machine the tool runs on. */
        CVM_ROLE,
        /** The key only serves to take on a role. */
        ROLE_ARN,
        /** A type of profile that is not known here. */
        OTHER_TYPE,
        /** No SecretId or no SecretKey in it. */
        NO_KEY,
        /** Temporary keys whose time is over. */
        EXPIRED,
        /** What stands for the key cannot be one. */
        BAD_KEY,
        /** The endpoint set for EdgeOne cannot be one. */
        BAD_ENDPOINT,
        MALFORMED,
        UNREADABLE,
        /** Only some of the environment's variables are set. */
        HALF_SET;

        /** The key of its text, which takes the origin. */
        public String key() {
            return "accounts.import." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Wipes the secrets that were found. */
    @Override
    public void close() {
        found.forEach(f -> f.secret().close());
    }
}
