package edgeone.purge.team.db;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a team's database is.
 *
 * @param host a name or an IP address, without brackets
 * @param port 1 to 65535
 * @param database its name
 * @param user whom to log in as; null where the database goes by the user of the operating system
 */
public record TeamAddress(String host, int port, String database, @Nullable String user) {
    /** In place of one that cannot be read. */
    public static final TeamAddress NOWHERE = new TeamAddress("localhost", 1, "none", null);

    private static final int DEFAULT_PORT = 5432;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    /**
     * Reads {@code postgresql://[USER@]HOST[:PORT]/DATABASE}.
     *
     * @return empty for anything else, also where a password stands in it
     */
    public static Optional<TeamAddress> of(String url) {
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme();
            String path = uri.getPath();
            String host = uri.getHost();
            String user = uri.getUserInfo();
            if (host == null
                    || path == null
                    || !Set.of("postgresql", "postgres").contains(scheme)
                    || !path.matches("/[^/]+")
                    || uri.getQuery() != null
                    || uri.getFragment() != null
                    || (user != null && user.contains(":"))) {
                return Optional.empty();
            }
            int port = uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort();
            if (port < 1 || port > 65_535) {
                return Optional.empty();
            }
            String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
            return Optional.of(new TeamAddress(bare, port, path.substring(1), user));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether a password stands in what was given as an address. */
    public static boolean showsPassword(String url) {
        return url.matches("(?s)[^/]*://[^/@]*:[^/@]*@.*") || url.matches("(?s).*[?&]password=.*");
    }

    /** Whether another address is of the same user on the same server. */
    public boolean isSameLogin(TeamAddress other) {
        return host.equals(other.host) && port == other.port && Objects.equals(user, other.user);
    }

    public TeamAddress withUser(String name) {
        return new TeamAddress(host, port, database, name);
    }

    /** Whether the database is on this machine, which is reached without TLS. */
    public boolean isLoopback() {
        return LOOPBACK.contains(host);
    }

    /** The database, whoever logs in. */
    public String place() {
        return new TeamAddress(host, port, database, null).toString();
    }

    /** As given to {@link #of}; holds no password. */
    @Override
    public String toString() {
        String place = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        return "postgresql://" + (user == null ? "" : user + "@") + place + "/" + database;
    }
}
