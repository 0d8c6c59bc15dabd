package edgeone.purge.ui.shell.session;

import java.time.Duration;

/** Whether EdgeOne answers. */
public sealed interface Link {
    /** Nothing was heard yet. */
    record Connecting() implements Link {}

    /**
     * It answered.
     *
     * @param took how long the last list of zones took
     * @param clockOffset EdgeOne's clock minus this machine's
     */
    record Reachable(Duration took, Duration clockOffset) implements Link {}

    /** It did not. */
    record Unreachable(Exception trouble) implements Link {}
}
