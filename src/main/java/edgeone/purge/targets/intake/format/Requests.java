package edgeone.purge.targets.intake.format;

import edgeone.purge.targets.intake.finding.Offer;
import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.finding.Why;
import edgeone.purge.targets.rules.AddressText;

import java.util.Locale;

/**
 * Takes the addresses of requests that a cache can hold the answer of: GET or HEAD, answered with
 * 2xx or 3xx. The others are offered.
 */
public final class Requests {
    private Requests() {}

    /**
     * Takes or offers one request.
     *
     * @param status 0 where there was no answer
     */
    public static void take(int line, String method, int status, String address, Collector found)
            throws UnreadableException {
        String verb = method.toUpperCase(Locale.ROOT);
        if (!AddressText.isHttp(address)) {
            found.leave(line, address, Why.OTHER_SCHEME);
        } else if (!verb.equals("GET") && !verb.equals("HEAD")) {
            found.offer(line, address, Offer.OTHER_REQUESTS, Why.METHOD);
        } else if (status < 200 || status > 399) {
            found.offer(line, address, Offer.OTHER_REQUESTS, Why.STATUS);
        } else {
            found.take(line, address);
        }
    }
}
