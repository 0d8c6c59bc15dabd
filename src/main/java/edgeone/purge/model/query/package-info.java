/**
 * What of the history is wanted, and in which order. No framework, no I/O; everything here is
 * immutable and thread-safe.
 */
@NullMarked
package edgeone.purge.model.query;

import org.jspecify.annotations.NullMarked;
