package edgeone.purge.ui.shell.session;

import edgeone.purge.engine.run.Connection;

/**
 * An open account, as shown in the window.
 *
 * @param site {@code cn}, {@code intl} or a URL; empty to show none
 * @param colour {@code #rrggbb}
 * @param zoneId the zone to choose unless another is asked for; empty for none
 */
public record SignedIn(Connection connection, String site, String colour, String zoneId) {
    /** An account without a default zone. */
    public SignedIn(Connection connection, String site, String colour) {
        this(connection, site, colour, "");
    }
}
