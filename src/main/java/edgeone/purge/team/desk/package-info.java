/**
 * Everything a screen or command needs to set up a team's database and to look at it: settings and
 * password in, state out. Calls block on files, secrets and the network; use any thread but the
 * JavaFX thread.
 */
@NullMarked
package edgeone.purge.team.desk;

import org.jspecify.annotations.NullMarked;
