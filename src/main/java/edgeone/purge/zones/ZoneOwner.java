package edgeone.purge.zones;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Whose zones are known: what one key sees at one endpoint is not what another sees.
 *
 * @param account the identity of the account, see {@code Connection}
 * @param endpoint as recorded with jobs
 * @param key fingerprint of the SecretId
 */
public record ZoneOwner(String account, String endpoint, String key) {
    private static final Pattern FIT_FOR_A_NAME = Pattern.compile("[0-9A-Za-z-]{1,64}");

    /** The name of the account's files: its identity, or a name made of it. */
    String fileName() {
        return FIT_FOR_A_NAME.matcher(account).matches()
                ? account
                : UUID.nameUUIDFromBytes(account.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
