package edgeone.purge.api;

/** What something is for, in both languages. */
public record Doc(String english, String chinese) {}
