/**
 * Bytes to text, and text to targets: decode, split, normalise, check against the zone's hosts,
 * explain. Pure functions over immutable records; may be used from any thread.
 */
@NullMarked
package edgeone.purge.targets;

import org.jspecify.annotations.NullMarked;
