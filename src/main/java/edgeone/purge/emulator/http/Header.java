package edgeone.purge.emulator.http;

/** One header line, name as written. */
public record Header(String name, String value) {}
