/**
 * Turns bytes into text and text into targets: decode, split, normalise, check against the zone's
 * hosts, explain. Pure functions over immutable records; thread-safe.
 */
@NullMarked
package edgeone.purge.targets;

import org.jspecify.annotations.NullMarked;
