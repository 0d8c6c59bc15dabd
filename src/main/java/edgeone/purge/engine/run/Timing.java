package edgeone.purge.engine.run;

import java.time.Duration;

/**
 * The engine's waiting times.
 *
 * @param settle how long a job must stay absent before it is believed to be
 * @param throttleBase first pause after EdgeOne asked to slow down; doubles, with full jitter
 * @param readBase first pause after a Describe call failed; doubles, with full jitter
 * @param cap the longest pause
 * @param maxTries the most times a batch is sent, unless the user asks again
 * @param firstPoll pause before EdgeOne is polled again; grows by half up to {@code lastPoll}
 */
public record Timing(
        Duration settle,
        Duration throttleBase,
        Duration readBase,
        Duration cap,
        int maxTries,
        Duration firstPoll,
        Duration lastPoll) {

    public static Timing standard(Duration settle) {
        return new Timing(
                settle,
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                Duration.ofSeconds(20),
                3,
                Duration.ofMillis(400),
                Duration.ofSeconds(5));
    }
}
