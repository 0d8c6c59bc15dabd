package edgeone.purge.model;

/**
 * A host EdgeOne serves for a zone.
 *
 * @param name a host name, or a wildcard such as {@code *.example.com}
 * @param status {@code online}, {@code process}, {@code offline}, {@code init}, {@code forbidden},
 *     or empty
 */
public record AccelerationDomain(String name, String status) {

    public boolean isWildcard() {
        return name.startsWith("*.");
    }

    /** Whether {@code host} (lower case) is this domain or, for a wildcard, below it. */
    public boolean covers(String host) {
        return isWildcard()
                ? host.endsWith(name.substring(1)) && host.length() > name.length() - 1
                : host.equals(name);
    }
}
