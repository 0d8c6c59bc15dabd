package edgeone.purge.emulator;

import edgeone.purge.emulator.api.call.ApiKey;

import java.util.List;

/**
 * The keys of the embedded EdgeOne: not secret, valid nowhere else, and never changed, so that the
 * demo's purges belong to the same account tomorrow.
 */
public final class DemoAccount {
    public static final String SECRET_ID = "AKIDdemoEdgeOneEmbedded0000000000001";
    public static final String SECRET_KEY = "demoSecretKeyOfNoValue0000000001";

    /** A second, temporary key: valid only with its token. */
    public static final String TEMPORARY_SECRET_ID = "AKIDdemoEdgeOneTemporary000000000001";

    public static final String TEMPORARY_SECRET_KEY = "demoTemporaryKeyOfNoValue0000001";
    public static final String TEMPORARY_TOKEN = "demoTokenOfNoValue";

    static List<ApiKey> keys() {
        return List.of(
                new ApiKey(SECRET_ID, SECRET_KEY, null),
                new ApiKey(TEMPORARY_SECRET_ID, TEMPORARY_SECRET_KEY, TEMPORARY_TOKEN));
    }

    private DemoAccount() {}
}
