package edgeone.purge.engine.sync;

import edgeone.purge.engine.resolve.SameTarget;
import edgeone.purge.journal.ForeignJob;
import edgeone.purge.journal.OpenBatch;
import edgeone.purge.model.PurgeType;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether a listed job may be a batch of ours whose task is not known: one target in common is
 * enough, if EdgeOne created it while the batch may have arrived. Pure. It rather suspects too much
 * than too little: if our job counted as somebody else's, its batch would look absent and be sent
 * again.
 */
final class MaybeOurs implements Predicate<ForeignJob> {
    /** How much earlier than {@link OpenBatch#lookFrom()} EdgeOne may say it was. */
    private static final Duration BEFORE = Duration.ofSeconds(2);

    /** How long after its connection was closed a request may still arrive. */
    private static final Duration AFTER = Duration.ofMinutes(10);

    private final PurgeType type;
    private final Duration clockOffset;
    private final List<Ours> open;

    /**
     * @param clockOffset EdgeOne's time minus this machine's
     */
    MaybeOurs(PurgeType type, List<OpenBatch> open, Duration clockOffset) {
        this.type = type;
        this.clockOffset = clockOffset;
        this.open = open.stream().map(this::ours).toList();
    }

    /**
     * A batch.
     *
     * @param targets by {@link SameTarget#key}
     * @param until null while it is being sent
     */
    private record Ours(Set<String> targets, Instant from, @Nullable Instant until) {}

    private Ours ours(OpenBatch batch) {
        Instant closed = batch.closedAt();
        return new Ours(
                batch.targets().stream().map(SameTarget::key).collect(Collectors.toSet()),
                batch.lookFrom().equals(Instant.EPOCH)
                        ? Instant.EPOCH
                        : batch.lookFrom().minus(BEFORE),
                closed == null ? null : closed.plus(clockOffset).plus(AFTER));
    }

    @Override
    public boolean test(ForeignJob job) {
        return open.stream().anyMatch(batch -> mayBe(batch, job));
    }

    private boolean mayBe(Ours batch, ForeignJob job) {
        Instant until = batch.until();
        return !job.createdAt().isBefore(batch.from())
                && (until == null || !job.createdAt().isAfter(until))
                && (type == PurgeType.ALL
                        || job.targets().stream()
                                .anyMatch(
                                        t -> batch.targets().contains(SameTarget.key(t.target()))));
    }
}
