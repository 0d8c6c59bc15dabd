/**
 * Where a text comes from, as characters: encodings, gzip capped by size and ratio, progress and
 * cancellation.
 */
@NullMarked
package edgeone.purge.targets.intake.source;

import org.jspecify.annotations.NullMarked;
