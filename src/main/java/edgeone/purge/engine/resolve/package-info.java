/**
 * Finds the outcome of a batch whose reply was lost, by looking up its task at EdgeOne. Matching is
 * pure; {@link edgeone.purge.engine.resolve.Resolver} blocks.
 */
@NullMarked
package edgeone.purge.engine.resolve;

import org.jspecify.annotations.NullMarked;
