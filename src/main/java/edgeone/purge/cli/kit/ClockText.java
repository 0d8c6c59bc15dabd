package edgeone.purge.cli.kit;

import edgeone.purge.engine.run.Connection;
import edgeone.purge.messages.Messages;

import java.time.Duration;

/** Says how far this machine's clock is off. */
public final class ClockText {
    private ClockText() {}

    /** Notes it if requests had to be signed with EdgeOne's clock. */
    public static void tell(Connection connection, Output output) {
        Duration offset = connection.clockCorrection();
        if (offset != null) {
            output.noteLine(of(output.messages(), offset));
        }
    }

    /**
     * @param offset EdgeOne's clock minus this machine's
     */
    static String of(Messages messages, Duration offset) {
        long seconds = offset.abs().toSeconds();
        String time = "%d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
        return messages.text(offset.isNegative() ? "cli.clock.ahead" : "cli.clock.behind", time);
    }
}
