/**
 * What the engine asks of a second person before a purge that reaches far: an interface that the
 * team's database stands behind. Calls block.
 */
@NullMarked
package edgeone.purge.engine.release;

import org.jspecify.annotations.NullMarked;
