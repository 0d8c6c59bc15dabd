package edgeone.purge.targets.intake.finding;

/**
 * Something that was left out.
 *
 * @param line where it stands, from 1
 * @param text an excerpt, fit to be shown
 */
public record LeftOut(int line, String text, Why why) {}
