package edgeone.purge.teo.tc3;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a signature is valid for: one service on one day.
 *
 * @param date of the timestamp in UTC, whatever the zone of this machine
 * @param service {@code teo} for EdgeOne
 */
public record CredentialScope(LocalDate date, String service) {
    static final String TERMINATOR = "tc3_request";

    public static CredentialScope at(Instant timestamp, String service) {
        return new CredentialScope(LocalDate.ofInstant(timestamp, ZoneOffset.UTC), service);
    }

    public String text() {
        return date + "/" + service + "/" + TERMINATOR;
    }
}
