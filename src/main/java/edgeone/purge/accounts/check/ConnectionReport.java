package edgeone.purge.accounts.check;

import edgeone.purge.model.Zone;
import edgeone.purge.teo.error.ErrorClass;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/**
 * What a key may do, as far as read actions show; purging was not tried.
 *
 * @param zoneList whether zones may be listed
 * @param testedOn the zone the other three were tried on; null if there is none
 * @param otherSite what the other official site says about the key
 * @param clockOffset EdgeOne's clock minus this machine's, to the second; zero if unknown
 * @param clockCorrected whether EdgeOne refused the local clock and requests are signed with its
 *     own
 * @param proxy the proxy the requests went through; null for none
 * @param interference what appears to interfere between here and EdgeOne
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

    /** Whether the key was accepted: something was allowed, or refused for lack of permission. */
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

    /** Allowed; it returned this many entries. */
    public record Allowed(int entries) implements Capability {}

    /** Not allowed, or failed; with EdgeOne's code and RequestId. */
    public record Refused(TeoException trouble) implements Capability {}

    /** Not tried: there was no zone, or no connection. */
    public record NotTried() implements Capability {}

    /** Which site knows the key. */
    public enum OtherSite {
        /** This site knows the key, or did not say. */
        NOT_ASKED,
        /** The other official site knows it: the account has the wrong site. */
        KNOWS_IT,
        /** Neither site knows it: it is mistyped, deleted or disabled. */
        NEITHER_KNOWS_IT,
        /** The other site could not be asked. */
        NO_ANSWER
    }

    /** What interferes with the connection. */
    public enum Interference {
        NONE,
        /** The proxy requires a user and password, or refuses those given. */
        PROXY_WANTS_SIGN_IN,
        /** The proxy is unreachable or broke the connection. */
        PROXY_FAILED,
        /**
         * The certificate is not EdgeOne's: a proxy intercepts TLS and its CA is not trusted here.
         */
        UNTRUSTED_CERTIFICATE,
        /** The answer is not EdgeOne's but the page of a proxy or a login portal. */
        NOT_EDGEONE
    }
}
