package edgeone.purge.cli.kit;

import java.util.List;

/** Ends a command early, with an exit code of the contract and a message key. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String key;
    private final transient List<Object> arguments;

    public CommandFailure(int exitCode, String key, Object... arguments) {
        super(key);
        this.exitCode = exitCode;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public int exitCode() {
        return exitCode;
    }

    public String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
