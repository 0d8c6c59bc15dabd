package edgeone.purge.accounts;

import edgeone.purge.teo.error.InvalidSettingException;
import edgeone.purge.teo.net.TeoEndpoint;

import java.util.Optional;

/**
 * The EdgeOne an account signs in to. The two official sites have separate accounts; neither knows
 * the keys of the other.
 */
public sealed interface Site {
    Site CHINA = new China();
    Site INTERNATIONAL = new International();

    /** Where requests go. */
    TeoEndpoint endpoint();

    /** {@code cn}, {@code intl} or the URL, as on the command line and in {@code accounts.json}. */
    String label();

    /** The other official site; empty for a custom endpoint, whose keys are sent nowhere else. */
    Optional<Site> other();

    /** {@code teo.tencentcloudapi.com}. */
    record China() implements Site {
        @Override
        public TeoEndpoint endpoint() {
            return TeoEndpoint.CHINA;
        }

        @Override
        public String label() {
            return "cn";
        }

        @Override
        public Optional<Site> other() {
            return Optional.of(INTERNATIONAL);
        }
    }

    /** {@code teo.intl.tencentcloudapi.com}. */
    record International() implements Site {
        @Override
        public TeoEndpoint endpoint() {
            return TeoEndpoint.INTERNATIONAL;
        }

        @Override
        public String label() {
            return "intl";
        }

        @Override
        public Optional<Site> other() {
            return Optional.of(CHINA);
        }
    }

    /** A custom endpoint: a regional host of an official site, or another server. */
    record Own(TeoEndpoint endpoint) implements Site {
        @Override
        public String label() {
            return endpoint.url();
        }

        @Override
        public Optional<Site> other() {
            return Optional.empty();
        }
    }

    /**
     * The site for a label; the URL of an official site is that site.
     *
     * @throws AccountException with an {@code endpoint-…} problem
     */
    static Site of(String label) throws AccountException {
        String text = label.strip();
        for (Site site : new Site[] {CHINA, INTERNATIONAL}) {
            if (text.equalsIgnoreCase(site.label())) {
                return site;
            }
        }
        if (!text.contains("://")) {
            throw new AccountException(AccountProblem.ENDPOINT_NOT_URL, text);
        }
        TeoEndpoint endpoint;
        try {
            endpoint = TeoEndpoint.of(text);
        } catch (InvalidSettingException e) {
            throw new AccountException(problemOf(e.problem()), e.value());
        }
        for (Site site : new Site[] {CHINA, INTERNATIONAL}) {
            if (endpoint.equals(site.endpoint())) {
                return site;
            }
        }
        return new Own(endpoint);
    }

    /** The site for a host name without a scheme, as in other tools' settings. */
    static Site ofHost(String host) throws AccountException {
        return of(host.contains("://") ? host : "https://" + host);
    }

    private static AccountProblem problemOf(InvalidSettingException.Problem problem) {
        return switch (problem) {
            case ENDPOINT_PLAIN_HTTP -> AccountProblem.ENDPOINT_NOT_SAFE;
            case ENDPOINT_USER_INFO, ENDPOINT_PATH -> AccountProblem.ENDPOINT_HAS_MORE;
            case ENDPOINT_EMPTY,
                    ENDPOINT_NOT_A_URL,
                    CA_FILE_UNREADABLE,
                    CA_FILE_WITHOUT_CERTIFICATE,
                    TIMEOUT_NOT_POSITIVE,
                    PROXY_PORT,
                    PROXY_HOST ->
                    AccountProblem.ENDPOINT_NOT_URL;
        };
    }
}
