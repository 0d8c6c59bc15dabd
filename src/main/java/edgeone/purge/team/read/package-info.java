/**
 * A team's history, read from its database by the same questions as the journal. Calls block on the
 * network; nothing here is used on the JavaFX thread, and nothing that purges waits for it.
 */
@NullMarked
package edgeone.purge.team.read;

import org.jspecify.annotations.NullMarked;
