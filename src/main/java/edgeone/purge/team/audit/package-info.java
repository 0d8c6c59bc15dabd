/**
 * Checks what a team's database holds against the chains that its machines published. Calls block
 * on the network, some for long; use any thread but the JavaFX thread.
 */
@NullMarked
package edgeone.purge.team.audit;

import org.jspecify.annotations.NullMarked;
