package edgeone.purge.messages;

/**
 * A text made of the bundles' own, in which what came from outside is visible already: set into
 * another text as it is. Everything else that {@link Messages#text} sets in passes {@link
 * VisibleText}.
 */
public record Shown(String text) {}
