package edgeone.purge.messages;

/**
 * A message in which text from outside has already been made visible: inserted into another message
 * unchanged. Everything else that {@link Messages#text} inserts passes through {@link VisibleText}.
 */
public record Shown(String text) {}
