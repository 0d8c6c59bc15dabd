package edgeone.purge.ui.shell.session;

import edgeone.purge.engine.run.Connection;

/**
 * An account that is open, as the window shows it.
 *
 * @param site where it purges, as a person calls it ({@code China}, a host name); may be empty
 * @param colour its colour, {@code #rrggbb}
 * @param zoneId the zone to choose where no other is wanted; empty for none
 */
public record SignedIn(Connection connection, String site, String colour, String zoneId) {
    /** An account without a zone of its own. */
    public SignedIn(Connection connection, String site, String colour) {
        this(connection, site, colour, "");
    }
}
