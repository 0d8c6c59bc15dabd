package edgeone.purge.settings;

import org.jspecify.annotations.Nullable;

/**
 * The database of a team's history. Its password is a secret and stored with the secrets.
 *
 * @param url {@code postgresql://[USER@]HOST[:PORT]/DATABASE}
 * @param store where its password is, as a label of {@code secrets.StoreKind}; {@link #NO_PASSWORD}
 *     if none is stored
 * @param releaseMinutes how long a purge waits for a second person, and may be sent after the
 *     release; 1 to 1,440
 */
public record TeamSetting(String url, String store, int releaseMinutes) {
    /** In place of a store. */
    public static final String NO_PASSWORD = "none";

    /** How many minutes a purge may wait for a second person at most. */
    public static final int LONGEST_RELEASE = 1_440;

    private static final int RELEASE = 30;

    /** Environment variable with the password for one run; overrides the stored one. */
    public static final String PASSWORD_VARIABLE = "EDGEONE_PURGE_TEAM_PASSWORD";

    public TeamSetting {
        if (releaseMinutes < 1 || releaseMinutes > LONGEST_RELEASE) {
            throw new IllegalArgumentException("invalid minutes: " + releaseMinutes);
        }
    }

    /** With half an hour for a second person. */
    public TeamSetting(String url, String store) {
        this(url, store, RELEASE);
    }

    /** The same database with another time for a second person. */
    public TeamSetting withReleaseMinutes(int minutes) {
        return new TeamSetting(url, store, minutes);
    }

    /** Whether another setting leads to the same database with the same password. */
    public boolean isSameDatabase(@Nullable TeamSetting other) {
        return other != null && url.equals(other.url) && store.equals(other.store);
    }
}
