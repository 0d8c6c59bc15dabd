/**
 * Asks the edge for targets: at what pace, at which address, and which of a long list. What speaks
 * HTTP is in {@code probe.http}, what the answers prove in {@code probe.verdict}. For the engine
 * and the command line; blocks, so never on the JavaFX thread.
 */
@NullMarked
package edgeone.purge.probe;

import org.jspecify.annotations.NullMarked;
