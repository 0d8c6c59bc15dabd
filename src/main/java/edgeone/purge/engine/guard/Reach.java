package edgeone.purge.engine.guard;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.model.PurgeType;

import java.time.Duration;
import java.util.List;

/** How far a purge reaches. */
public enum Reach {
    /** Only what is listed, or what bears a listed tag. */
    LISTED,
    /** Everything that a host serves. */
    HOST,
    /** Everything in the zone. */
    ZONE;

    /** The countdown before a whole-zone purge where countdowns are off. */
    static final Duration ZONE_COUNTDOWN = Duration.ofSeconds(10);

    public static Reach of(Plan plan) {
        if (plan.type() == PurgeType.PREFIX) {
            boolean host = plan.batches().stream().flatMap(List::stream).anyMatch(Reach::isHost);
            return host ? HOST : LISTED;
        }
        return of(plan.type(), List.of());
    }

    /**
     * The reach of targets as they are sent.
     *
     * @param targets in any order; not looked at for hosts and the whole zone
     */
    public static Reach of(PurgeType type, List<String> targets) {
        return switch (type) {
            case ALL -> ZONE;
            case HOST -> HOST;
            case PREFIX -> targets.stream().anyMatch(Reach::isHost) ? HOST : LISTED;
            case URL, CACHE_TAG, PREFETCH -> LISTED;
        };
    }

    /**
     * Whether a directory is a whole host: nothing but slashes follow the host.
     *
     * @param directory as it is sent, with or without a scheme
     */
    static boolean isHost(String directory) {
        int scheme = directory.indexOf("://");
        String rest = directory.substring(scheme < 0 ? 0 : scheme + 3);
        int path = rest.indexOf('/');
        return path < 0 || rest.substring(path).chars().allMatch(c -> c == '/');
    }

    /** Whether the zone's name must be typed, and a countdown runs. */
    public boolean isFar() {
        return this != LISTED;
    }

    /**
     * How long the purge can be stopped before it leaves.
     *
     * @param setting in seconds; 0 turns it off, but not for a whole zone
     * @return zero where it leaves at once
     */
    public Duration countdown(int setting) {
        return switch (this) {
            case LISTED -> Duration.ZERO;
            case HOST -> Duration.ofSeconds(setting);
            case ZONE -> setting == 0 ? ZONE_COUNTDOWN : Duration.ofSeconds(setting);
        };
    }
}
