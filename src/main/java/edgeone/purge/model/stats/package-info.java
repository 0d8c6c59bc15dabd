/**
 * Jobs summed up: by day, by reason, by how long they took. No framework, no I/O; everything here
 * is immutable and thread-safe.
 */
@NullMarked
package edgeone.purge.model.stats;

import org.jspecify.annotations.NullMarked;
