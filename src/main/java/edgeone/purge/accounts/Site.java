package edgeone.purge.accounts;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Which EdgeOne an account signs in to. The two official sites have separate accounts; a key of one
 * is unknown to the other.
 */
public sealed interface Site {
    Site CHINA = new China();
    Site INTERNATIONAL = new International();

    /** Where requests go. */
    URI endpoint();

    /** {@code cn}, {@code intl} or the URL, as the command line and {@code accounts.json} say. */
    String label();

    /** The other official site; empty for an own endpoint, whose keys go nowhere else. */
    Optional<Site> other();

    /** {@code teo.tencentcloudapi.com}. */
    record China() implements Site {
        @Override
        public URI endpoint() {
            return URI.create("https://teo.tencentcloudapi.com");
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
        public URI endpoint() {
            return URI.create("https://teo.intl.tencentcloudapi.com");
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

    /** Another endpoint: scheme, host and perhaps a port, nothing else. */
    record Own(URI endpoint) implements Site {
        public Own {
            EndpointUrl.check(endpoint.toString());
        }

        @Override
        public String label() {
            return endpoint.toString();
        }

        @Override
        public Optional<Site> other() {
            return Optional.empty();
        }
    }

    /**
     * The site of a label; the URL of an official site is that site.
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
        Optional<AccountProblem> problem = EndpointUrl.problemOf(text);
        if (problem.isPresent()) {
            throw new AccountException(problem.get(), text);
        }
        URI url = EndpointUrl.normalised(text);
        for (Site site : new Site[] {CHINA, INTERNATIONAL}) {
            if (url.equals(site.endpoint())) {
                return site;
            }
        }
        return new Own(url);
    }

    /** The site of a host name as other tools' settings give it, with no scheme. */
    static Site ofHost(String host) throws AccountException {
        return of(host.contains("://") ? host : "https://" + host.toLowerCase(Locale.ROOT));
    }
}
