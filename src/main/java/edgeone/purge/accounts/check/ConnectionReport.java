package edgeone.purge.accounts.check;

import edgeone.purge.model.Zone;
import edgeone.purge.teo.error.ErrorClass;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/**
 * What a key may do, as far as reading shows; purging was not tried.
 *
 * @param zoneList whether zones may be listed
 * @param testedOn the zone the other three were tried on; null where there is none
 * @param otherSite what the other official site says of the key
 * @param clockOffset EdgeOne's clock minus this machine's, to the second; zero where no reply told
 * @param clockCorrected whether EdgeOne refused the local clock and the offset is made up for
 * @param proxy the proxy the requests went through; null for none
 * @param interference what stands between here and EdgeOne, or seems to
 */
public record ConnectionReport(
        Capability zoneList,
        Capability quota,
        Capability domains,
        Capability history,
        List<Zone> zones,
        @Nullable Zone testedOn,
        OtherSite otherSite,
        Duration clockOffset,
        boolean clockCorrected,
        @Nullable String proxy,
        Interference interference) {
    public ConnectionReport {
        zones = List.copyOf(zones);
    }

    /** Whether the key was accepted at all: something was allowed, or refused by permission. */
    public boolean signedIn() {
        return List.of(zoneList, quota, domains, history).stream()
                .anyMatch(Capability::provesSignIn);
    }

    /** Whether one action may be called. */
    public sealed interface Capability {
        default boolean provesSignIn() {
            return switch (this) {
                case Allowed _ -> true;
                case Refused r -> r.trouble().errorClass() == ErrorClass.PERMISSION;
                case NotTried _ -> false;
            };
        }
    }

    /** It may; it answered with so many entries. */
    public record Allowed(int entries) implements Capability {}

    /** It may not, or it failed; with EdgeOne's code and RequestId. */
    public record Refused(TeoException trouble) implements Capability {}

    /** There was no zone to try it on, or the connection does not stand. */
    public record NotTried() implements Capability {}

    /** Where the key belongs. */
    public enum OtherSite {
        /** This site knows the key, or nothing was said about that. */
        NOT_ASKED,
        /** The other official site knows it: the account has the wrong site. */
        KNOWS_IT,
        /** Neither does: mistyped, deleted or disabled. */
        NEITHER_KNOWS_IT,
        /** The other site could not be asked. */
        NO_ANSWER
    }

    /** What stands in the way. */
    public enum Interference {
        NONE,
        /** The proxy wants a user and password, or refuses the ones it got. */
        PROXY_WANTS_SIGN_IN,
        /** The proxy was not reached or broke the connection. */
        PROXY_FAILED,
        /** Somebody else's certificate: a proxy that opens TLS, whose CA is not known here. */
        UNTRUSTED_CERTIFICATE,
        /** Something answered that is not EdgeOne: a proxy's or a login page. */
        NOT_EDGEONE
    }
}
