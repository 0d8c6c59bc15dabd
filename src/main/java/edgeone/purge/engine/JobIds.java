package edgeone.purge.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Creates job IDs: the time, and enough randomness that two processes never collide. */
final class JobIds {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** No vowels and no look-alikes. */
    private static final String LETTERS = "bcdfghjkmnpqrstvwxz23456789";

    private final Clock clock;
    private final RandomGenerator random;

    JobIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    String next() {
        return at(clock.instant());
    }

    /** The ID of a job submitted at a time. */
    String at(Instant time) {
        StringBuilder id = new StringBuilder(WHEN.format(time)).append('-');
        for (int i = 0; i < 8; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
