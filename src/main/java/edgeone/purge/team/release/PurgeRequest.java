package edgeone.purge.team.release;

import edgeone.purge.engine.release.Release;
import edgeone.purge.engine.release.WidePurge;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A purge that waits for a second person. Every text in it is from outside.
 *
 * @param purge exactly what would be sent
 * @param plan the same as its hash was made of
 * @param askedBy a user of the database
 * @param mine whether that is the user this machine logs in as
 * @param askedAt by the database's clock, as is {@code until}
 * @param person the user of the operating system; null if unknown
 * @param host the machine's name; null if unknown
 * @param account the account's name there; null if unknown
 * @param note why; null if it was not said
 */
public record PurgeRequest(
        String id,
        WidePurge purge,
        String plan,
        String askedBy,
        boolean mine,
        Instant askedAt,
        Instant until,
        Release.State state,
        @Nullable String by,
        @Nullable String person,
        @Nullable String host,
        @Nullable String account,
        @Nullable String note) {

    /** Whom to call by name: the person, or the database's user. */
    public String who() {
        return person == null || person.isBlank() ? askedBy : person;
    }
}
