/**
 * The Team screen: sets up the database that a team shares, and shows how it stands. The view model
 * asks the database and the secret stores off the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.team;

import org.jspecify.annotations.NullMarked;
