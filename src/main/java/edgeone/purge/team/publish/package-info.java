/**
 * Publishes the chain of a journal to the team's database, in order and once. Works in the
 * background; nothing waits for it. Calls block on the network; use any thread but the JavaFX
 * thread.
 */
@NullMarked
package edgeone.purge.team.publish;

import org.jspecify.annotations.NullMarked;
