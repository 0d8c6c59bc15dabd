/**
 * What reading a text gives: addresses with their lines, what was left out and why, what more is
 * offered, or the reason the text cannot be read.
 */
@NullMarked
package edgeone.purge.targets.intake.finding;

import org.jspecify.annotations.NullMarked;
