package edgeone.purge.ui.shell.session;

import java.time.Duration;

/** The connection to EdgeOne. */
public sealed interface Link {
    /** No answer yet. */
    record Connecting() implements Link {}

    /**
     * EdgeOne answered.
     *
     * @param took time the last list of zones took
     * @param clockOffset EdgeOne's clock minus this machine's
     */
    record Reachable(Duration took, Duration clockOffset) implements Link {}

    /** EdgeOne did not answer, or refused. */
    record Unreachable(Exception trouble) implements Link {}
}
