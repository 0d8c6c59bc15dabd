package edgeone.purge.engine.submit;

import edgeone.purge.engine.quota.QuotaDay;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.SentLog;
import edgeone.purge.journal.BatchRepository;
import edgeone.purge.journal.OpenBatch.Ref;
import edgeone.purge.journal.QuotaRepository;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.teo.Departure;
import edgeone.purge.teo.PurgeOrder;
import edgeone.purge.teo.TaskKind;
import edgeone.purge.teo.TeoClient;
import edgeone.purge.teo.error.ErrorCatalogue;
import edgeone.purge.teo.error.ErrorClass;
import edgeone.purge.teo.error.RefusedException;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.error.UnansweredException;
import edgeone.purge.teo.error.UnreachableException;
import edgeone.purge.teo.reply.PurgeReply;
import edgeone.purge.teo.reply.ServerClock;
import edgeone.purge.teo.watch.CallSubject;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Sends one batch once: journal, wire, journal. The only place that submits to EdgeOne. */
public final class BatchSender {
    /** EdgeOne answered without a task ID, though it did not refuse every target. */
    static final String NO_TASK_ID = "Reply.NoJobId";

    /** FailedList has an entry without targets: some were refused, but it is not known which. */
    static final String UNNAMED_REFUSAL = "Reply.UnnamedRefusal";

    /** EdgeOne refused more than is left of the day's quota. */
    private static final String OVER_QUOTA = "LimitExceeded.DailyQuota";

    private final Journal file;
    private final BatchRepository batches;
    private final QuotaRepository quota;
    private final SentLog log;
    private final Clock clock;

    BatchSender(Repositories journal, SentLog log, Clock clock) {
        this.file = journal.file();
        this.batches = journal.batches();
        this.quota = journal.quota();
        this.log = log;
        this.clock = clock;
    }

    /**
     * Called as the last step before the bytes leave.
     *
     * @throws JournalException if the open journal is no longer the one at its path; nothing may
     *     leave then
     */
    void leaves(Ref ref) {
        file.verifyForSending();
        log.left(ref);
    }

    /** How a send ended; the journal already says so. */
    sealed interface Sent {
        /** EdgeOne's answer is final: accepted, or refused permanently. */
        record Settled(@Nullable TeoException refusal) implements Sent {}

        /** Proven not accepted, and may succeed later; planned again. */
        record MayPass(TeoException refusal) implements Sent {}

        /** Today's quota does not take it; planned, and waiting for the next. */
        record OverQuota() implements Sent {}

        /** Nothing left this machine; planned again, and not counted as a try. */
        record Unreachable(TeoException trouble) implements Sent {}

        /** EdgeOne may have accepted it. */
        record Unknown(TeoException trouble) implements Sent {}

        /** No longer this run's to send: canceled, or taken by another process. */
        record NotSent() implements Sent {}
    }

    Sent send(Connection connection, Job job, int n, Departure departure)
            throws InterruptedException {
        PurgeOrder order = PurgeOrder.of(job, batches.targets(job.id(), n));
        List<String> targets = order.targets();
        ServerClock edgeOnes = connection.client().serverClock();
        Instant now = clock.instant();
        if (!batches.startSending(job.id(), n, edgeOnes.earliest(now), edgeOnes.likely(now))) {
            return new Sent.NotSent();
        }
        Ref ref = new Ref(job.id(), n);
        TeoClient client =
                connection
                        .client()
                        .about(new CallSubject(job.id(), n, batches.attempts(job.id(), n)));
        Instant started = clock.instant();
        try {
            PurgeReply reply = client.createPurgeTask(order, departure);
            Map<String, String> rejected = rejected(job, n, reply);
            BatchState state = stateOf(job, targets, reply, rejected);
            String taskId = state == BatchState.ACCEPTED ? reply.jobId() : null;
            log.ended(ref, state, taskId, reply.requestId());
            record(job, n, started, reply.requestId(), null, null);
            return answered(job, n, state, reply, rejected);
        } catch (RefusedException e) {
            boolean waits = e.code().equals(OVER_QUOTA) && quota.keepsToQuota(job.id());
            log.ended(ref, waits ? BatchState.PLANNED : stateOf(e), null, e.requestId());
            record(job, n, started, e.requestId(), e.code(), e.detail());
            if (waits) {
                Instant reset = QuotaDay.resetAfter(edgeOnes.likely(clock.instant()));
                quota.refused(job.id(), n, e.code(), cut(e.detail()), e.requestId(), reset);
                return new Sent.OverQuota();
            }
            return refused(job, n, e);
        } catch (UnreachableException e) {
            log.ended(ref, BatchState.PLANNED, null, null);
            if (e.code().equals(UnreachableException.CANCELED)) {
                batches.heldBack(job.id(), n);
                return new Sent.NotSent();
            }
            batches.backToPlanned(job.id(), n, e.code(), cut(e.detail()), null, false);
            record(job, n, started, null, e.code(), e.detail());
            return new Sent.Unreachable(e);
        } catch (UnansweredException e) {
            log.ended(ref, BatchState.UNKNOWN, null, e.requestId());
            batches.unknown(job.id(), n, e.code(), cut(e.detail()), e.requestId());
            record(job, n, started, e.requestId(), e.code(), e.detail());
            return new Sent.Unknown(e);
        } catch (InterruptedException e) {
            // The client promises that nothing left this machine.
            log.ended(ref, BatchState.PLANNED, null, null);
            batches.heldBack(job.id(), n);
            throw e;
        } catch (TeoException e) {
            throw new IllegalStateException("unexpected kind of failure", e);
        }
    }

    /** The batch's state after an answer. */
    private static BatchState stateOf(
            Job job, List<String> targets, PurgeReply reply, Map<String, String> rejected) {
        if (refusesUnnamed(job, reply)) {
            return BatchState.UNKNOWN;
        }
        if (reply.jobId() != null && !reply.jobId().isBlank()) {
            return BatchState.ACCEPTED;
        }
        int all = job.type() == PurgeType.ALL ? 1 : targets.size();
        return rejected.size() == all ? BatchState.REJECTED : BatchState.UNKNOWN;
    }

    private Sent answered(
            Job job, int n, BatchState state, PurgeReply reply, Map<String, String> rejected) {
        String taskId = reply.jobId();
        if (state == BatchState.ACCEPTED && taskId != null) {
            batches.accepted(job.id(), n, taskId, reply.requestId(), rejected);
            return new Sent.Settled(null);
        }
        if (state == BatchState.REJECTED) {
            batches.allTargetsRefused(job.id(), n, reply.requestId(), rejected);
            return new Sent.Settled(null);
        }
        return refusesUnnamed(job, reply)
                ? unclear(
                        job,
                        n,
                        UNNAMED_REFUSAL,
                        "EdgeOne refused targets without naming them",
                        reply)
                : unclear(job, n, NO_TASK_ID, "EdgeOne answered without a JobId", reply);
    }

    /** Handles an answer that leaves open what EdgeOne accepted; it has to be looked up. */
    private Sent unclear(Job job, int n, String code, String message, PurgeReply reply) {
        batches.unknown(job.id(), n, code, message, reply.requestId());
        return new Sent.Unknown(
                new UnansweredException(
                        TaskKind.of(job.type()).create(),
                        code,
                        message,
                        ErrorClass.UNREADABLE,
                        null));
    }

    private static boolean refusesUnnamed(Job job, PurgeReply reply) {
        return job.type() != PurgeType.ALL
                && reply.failed().stream().anyMatch(f -> f.targets().isEmpty());
    }

    /** Reasons by target, shortened to what the journal stores. */
    private Map<String, String> rejected(Job job, int n, PurgeReply reply) {
        Map<String, String> reasons =
                RefusedTargets.of(job.type(), batches.targets(job.id(), n), reply.failed());
        reasons.replaceAll((target, reason) -> cut(reason));
        return reasons;
    }

    /** The batch's state after a refusal. */
    private static BatchState stateOf(RefusedException e) {
        if (!e.provesNotTaken()) {
            return BatchState.UNKNOWN;
        }
        return ErrorCatalogue.mayPass(e.code()) ? BatchState.PLANNED : BatchState.REJECTED;
    }

    private Sent refused(Job job, int n, RefusedException e) {
        String message = cut(e.detail());
        return switch (stateOf(e)) {
            case UNKNOWN -> {
                batches.unknown(job.id(), n, e.code(), message, e.requestId());
                yield new Sent.Unknown(e);
            }
            case PLANNED -> {
                batches.backToPlanned(job.id(), n, e.code(), message, e.requestId(), true);
                yield new Sent.MayPass(e);
            }
            default -> {
                batches.refused(job.id(), n, e.code(), message, e.requestId());
                yield new Sent.Settled(e);
            }
        };
    }

    private void record(
            Job job,
            int n,
            Instant started,
            @Nullable String requestId,
            @Nullable String code,
            @Nullable String message) {
        batches.addRequest(
                job,
                new RequestRecord(
                        n,
                        TaskKind.of(job.type()).create(),
                        started,
                        Duration.between(started, clock.instant()).toMillis(),
                        requestId,
                        code,
                        message == null ? null : cut(message)));
    }

    /** Shortens text from a reply, which may be of any length, for the journal. */
    private static String cut(String text) {
        return text.length() <= 2_000 ? text : text.substring(0, 2_000) + "…";
    }
}
