package edgeone.purge.model.query;

import edgeone.purge.model.JobState;
import edgeone.purge.model.Origin;
import edgeone.purge.model.PurgeType;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/**
 * Which jobs to list. A job must meet every condition.
 *
 * @param text part of an id, account, zone, task or request id, note or target, in upper or lower
 *     case; empty for all
 * @param states empty for all
 * @param types empty for all
 * @param zone id or name of a zone; null for all
 * @param since jobs submitted then or later; null for all
 * @param until jobs submitted before then; null for all
 * @param origin null for all
 */
public record JobFilter(
        String text,
        Set<JobState> states,
        Set<PurgeType> types,
        @Nullable String zone,
        Whose whose,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Origin origin) {
    public static final JobFilter ALL =
            new JobFilter("", Set.of(), Set.of(), null, Whose.EVERYBODY, null, null, null);

    public JobFilter {
        states = Set.copyOf(states);
        types = Set.copyOf(types);
    }

    public JobFilter withText(String wanted) {
        return new JobFilter(wanted, states, types, zone, whose, since, until, origin);
    }

    public JobFilter withStates(Set<JobState> wanted) {
        return new JobFilter(text, wanted, types, zone, whose, since, until, origin);
    }

    public JobFilter withTypes(Set<PurgeType> wanted) {
        return new JobFilter(text, states, wanted, zone, whose, since, until, origin);
    }

    public JobFilter withZone(@Nullable String wanted) {
        return new JobFilter(text, states, types, wanted, whose, since, until, origin);
    }

    public JobFilter withWhose(Whose wanted) {
        return new JobFilter(text, states, types, zone, wanted, since, until, origin);
    }

    public JobFilter between(@Nullable Instant from, @Nullable Instant to) {
        return new JobFilter(text, states, types, zone, whose, from, to, origin);
    }

    public JobFilter withOrigin(@Nullable Origin wanted) {
        return new JobFilter(text, states, types, zone, whose, since, until, wanted);
    }
}
