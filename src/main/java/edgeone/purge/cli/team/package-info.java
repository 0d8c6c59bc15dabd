/** The team commands: the database that a team shares, and what waits to be published to it. */
@NullMarked
package edgeone.purge.cli.team;

import org.jspecify.annotations.NullMarked;
