/**
 * A small reader for each format but access logs. Each streams its text and hands addresses to a
 * {@link edgeone.purge.targets.intake.format.Collector}.
 */
@NullMarked
package edgeone.purge.targets.intake.format;

import org.jspecify.annotations.NullMarked;
