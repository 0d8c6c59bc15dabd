/**
 * How far a purge reaches, and the countdown that runs before one that reaches far. Pure and
 * thread-safe; who counts submits nothing until it has ended.
 */
@NullMarked
package edgeone.purge.engine.guard;

import org.jspecify.annotations.NullMarked;
