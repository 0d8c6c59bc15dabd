package edgeone.purge.settings;

import org.jspecify.annotations.Nullable;

/**
 * How EdgeOne is reached. That its certificate is checked is not among what can be chosen.
 *
 * @param connectSeconds 1 to 600
 * @param readSeconds the longest silence while a reply comes; 1 to 600
 * @param writeSeconds the longest stall while a request leaves; 1 to 600
 * @param noProxy reached directly whatever the proxy; the system's own list is the system's
 * @param caFile a file with certificates trusted beside the platform's; null for none
 */
public record Network(
        int connectSeconds,
        int readSeconds,
        int writeSeconds,
        ProxyChoice proxy,
        NoProxyList noProxy,
        @Nullable String caFile) {
    static final int LONGEST_SECONDS = 600;

    public static final Network STANDARD =
            new Network(10, 60, 60, ProxyChoice.SYSTEM, NoProxyList.LOOPBACK, null);

    public Network {
        for (int seconds : new int[] {connectSeconds, readSeconds, writeSeconds}) {
            if (seconds < 1 || seconds > LONGEST_SECONDS) {
                throw new IllegalArgumentException(seconds + " s is no timeout");
            }
        }
    }
}
