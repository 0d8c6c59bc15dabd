package edgeone.purge.ui.code;

import edgeone.purge.api.value.JsonFaultException;
import edgeone.purge.api.value.JsonReading;
import edgeone.purge.code.PlainJson;
import edgeone.purge.commandline.CommandLines;
import edgeone.purge.commandline.SentBy;
import edgeone.purge.engine.run.Connection;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Calls as command lines of this program, for the account that is open. */
public final class CallCommands {
    private static final SentBy DEMO = new SentBy("demo", "demo", "demo");

    private final CommandLines lines;
    private final Supplier<@Nullable Connection> open;

    /**
     * @param open the account that is open; asked on the JavaFX thread
     */
    public CallCommands(CommandLines lines, Supplier<@Nullable Connection> open) {
        this.lines = lines;
        this.open = open;
    }

    /**
     * Writes a call for the account that is open now; called on the JavaFX thread.
     *
     * @return does the work, on any thread; empty where there is no such line
     */
    public Callable<Optional<String>> of(String action, String body) {
        Connection connection = open.get();
        SentBy by =
                connection == null
                        ? DEMO
                        : new SentBy(
                                connection.accountId(),
                                connection.account(),
                                connection.endpoint());
        return () -> line(by, action, body);
    }

    private Optional<String> line(SentBy by, String action, String body) {
        try {
            return lines.call(by, action, PlainJson.of(JsonReading.object(body)));
        } catch (JsonFaultException e) {
            return Optional.empty();
        }
    }
}
