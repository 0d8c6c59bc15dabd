package edgeone.purge.targets.intake.log;

/**
 * One request of a log, as far as its line tells.
 *
 * @param scheme empty where the line does not tell
 * @param host with a port where it is not one of the two of the schemes; empty where the line does
 *     not tell
 * @param target the path, or a full address
 */
record LogEntry(String method, String scheme, String host, String target, int status) {
    /** The scheme a port is of; empty for other ports. */
    static String schemeOf(String port) {
        return switch (port) {
            case "443" -> "https";
            case "80" -> "http";
            default -> "";
        };
    }
}
