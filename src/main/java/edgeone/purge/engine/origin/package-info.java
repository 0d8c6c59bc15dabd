/**
 * Asks the origin before a purge whether it has the new bytes, and waits for them if that was
 * chosen. For the engine, window and command line; blocks, so never on the JavaFX thread.
 */
@NullMarked
package edgeone.purge.engine.origin;

import org.jspecify.annotations.NullMarked;
