package edgeone.purge.accounts.imports;

import edgeone.purge.accounts.Site;
import edgeone.purge.secrets.Secret;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Keys found in other tools on this machine, and what was skipped and why. */
public record ImportReport(List<Found> found, List<Skipped> skipped) implements AutoCloseable {
    public ImportReport {
        found = List.copyOf(found);
        skipped = List.copyOf(skipped);
    }

    /**
     * A key to offer.
     *
     * @param name a suggested name: the profile's
     * @param origin the file, or {@code environment}
     * @param tokenExpiry null if unknown
     * @param region null if not set
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
     * A file or profile that was skipped.
     *
     * @param origin the file, or {@code environment}
     */
    public record Skipped(String origin, Reason reason) {}

    /** Why it was skipped. Texts: {@code accounts.import.…}. */
    public enum Reason {
        /**
         * Signed in through the browser, with a short-lived key that only the other tool can renew.
         */
        OAUTH,
        SSO,
        /** The key is provided by the virtual machine the tool runs on. */
        CVM_ROLE,
        /** The key only serves to assume a role. */
        ROLE_ARN,
        /** An unknown type of profile. */
        OTHER_TYPE,
        /** The SecretId or SecretKey is missing. */
        NO_KEY,
        /** Temporary keys that have expired. */
        EXPIRED,
        /** The key is malformed. */
        BAD_KEY,
        /** The endpoint set for EdgeOne is invalid. */
        BAD_ENDPOINT,
        MALFORMED,
        UNREADABLE,
        /** Only some of the environment's variables are set. */
        HALF_SET;

        /** The key of its message, which takes the origin as argument. */
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
