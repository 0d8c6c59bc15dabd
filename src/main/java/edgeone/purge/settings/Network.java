package edgeone.purge.settings;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How EdgeOne is reached. Certificate checks cannot be turned off.
 *
 * @param connectSeconds 1 to 600
 * @param readSeconds the longest silence while a reply arrives; 1 to 600
 * @param writeSeconds the longest stall while a request is sent; 1 to 600
 * @param callSeconds the longest time a request may take in total; 1 to 600
 * @param noProxy hosts reached directly, whatever the proxy: names, {@code .suffix}, {@code
 *     *.suffix}, or {@code *}; the local machine always is
 * @param caFile a file with certificates trusted in addition to the platform's; null for none
 */
public record Network(
        int connectSeconds,
        int readSeconds,
        int writeSeconds,
        int callSeconds,
        ProxySetting proxy,
        List<String> noProxy,
        @Nullable String caFile) {
    static final int LONGEST_SECONDS = 600;

    public static final Network STANDARD =
            new Network(10, 30, 30, 60, ProxySetting.SYSTEM, List.of(), null);

    public Network {
        noProxy = noProxy.stream().map(String::strip).filter(e -> !e.isEmpty()).toList();
        for (int seconds : new int[] {connectSeconds, readSeconds, writeSeconds, callSeconds}) {
            if (seconds < 1 || seconds > LONGEST_SECONDS) {
                throw new IllegalArgumentException(seconds + " s is not a valid timeout");
            }
        }
    }
}
