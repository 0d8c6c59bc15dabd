/**
 * Which jobs to remove, and how many that were. No framework, no I/O; everything here is immutable
 * and thread-safe.
 */
@NullMarked
package edgeone.purge.model.prune;

import org.jspecify.annotations.NullMarked;
