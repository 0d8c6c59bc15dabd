/**
 * Asks the origin whether it has new bytes, before a purge makes the edge fetch them: compares what
 * the edge serves with what the origin serves. For the engine; blocks, so never on the JavaFX
 * thread.
 */
@NullMarked
package edgeone.purge.probe.origin;

import org.jspecify.annotations.NullMarked;
