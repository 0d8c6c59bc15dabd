/**
 * Reads whatever is pasted or lies in a file into addresses: one small reader a format behind
 * {@link edgeone.purge.targets.intake.format.FormatReader}, and the {@link
 * edgeone.purge.targets.intake.Detector} that finds out the format from the content. Everything is
 * streamed; nothing is fetched. What the addresses are worth as targets is for {@link
 * edgeone.purge.targets.TargetReader} to say.
 */
@NullMarked
package edgeone.purge.targets.intake;

import org.jspecify.annotations.NullMarked;
