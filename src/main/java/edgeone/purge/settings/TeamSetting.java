package edgeone.purge.settings;

/**
 * The database of a team's history. Its password is a secret and stored with the secrets.
 *
 * @param url {@code postgresql://[USER@]HOST[:PORT]/DATABASE}
 * @param store where its password is, as a label of {@code secrets.StoreKind}; {@link #NO_PASSWORD}
 *     if none is stored
 */
public record TeamSetting(String url, String store) {
    /** In place of a store. */
    public static final String NO_PASSWORD = "none";

    /** Environment variable with the password for one run; overrides the stored one. */
    public static final String PASSWORD_VARIABLE = "EDGEONE_PURGE_TEAM_PASSWORD";
}
