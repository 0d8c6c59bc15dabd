package edgeone.purge.ui.shell;

import edgeone.purge.engine.Connection;

/**
 * An account that is open, as the window shows it.
 *
 * @param site where it purges, as a person calls it ({@code China}, a host name); may be empty
 * @param colour its colour, {@code #rrggbb}
 */
public record SignedIn(Connection connection, String site, String colour) {}
