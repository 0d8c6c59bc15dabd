package edgeone.purge.engine.follow;

import edgeone.purge.engine.resolve.SameTarget;
import edgeone.purge.engine.resolve.TimedRead;
import edgeone.purge.engine.resolve.Verdicts;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.Run;
import edgeone.purge.journal.ProgressRepository;
import edgeone.purge.journal.ProgressRepository.Fate;
import edgeone.purge.journal.list.HistoryRepository;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeType;
import edgeone.purge.teo.PurgeTaskQuery;
import edgeone.purge.teo.TeoClient;
import edgeone.purge.teo.error.ErrorCatalogue;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.reply.PurgeTask;
import edgeone.purge.teo.watch.CallSubject;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Polls EdgeOne about accepted batches until every target is final. */
public final class Follower {
    /**
     * Failed rounds in a row, each with its own retries, after which EdgeOne counts as unreachable.
     */
    private static final int MAX_TROUBLES = 4;

    /** The least time EdgeOne gets to answer, however little is left. */
    private static final Duration ONE_ANSWER = Duration.ofSeconds(2);

    private final Run run;
    private final ProgressRepository accepted;
    private final HistoryRepository history;

    /** Set by the polling thread, which may be abandoned when time runs out. */
    private volatile @Nullable TeoException lastTrouble;

    public Follower(Run run) {
        this.run = run;
        this.accepted = run.journal().progress();
        this.history = run.journal().history();
    }

    public @Nullable TeoException lastTrouble() {
        return lastTrouble;
    }

    /**
     * Follows until no accepted target is open.
     *
     * @return false if {@code timeout} passed, EdgeOne could not be asked, or the run was stopped
     *     first
     */
    public boolean follow(Job job, Duration timeout) throws InterruptedException {
        Instant deadline = run.clock().instant().plus(timeout);
        Duration pause = run.timing().firstPoll();
        int troubles = 0;
        Map<Integer, String> open = accepted.inProgress(job.id());
        while (!open.isEmpty() && !run.control().isStopped()) {
            try {
                for (Map.Entry<Integer, String> batch : open.entrySet()) {
                    ask(job, batch.getKey(), batch.getValue(), deadline);
                }
                troubles = 0;
                lastTrouble = null;
            } catch (TimeoutException e) {
                return false;
            } catch (TeoException e) {
                lastTrouble = e;
                if (!ErrorCatalogue.mayPass(e.code()) || ++troubles >= MAX_TROUBLES) {
                    return false;
                }
            }
            history.job(job.id()).ifPresent(this::counted);
            open = accepted.inProgress(job.id());
            Duration left = Duration.between(run.clock().instant(), deadline);
            if (open.isEmpty() || !left.isPositive()) {
                break;
            }
            Duration next = pause.compareTo(left) < 0 ? pause : left;
            run.pause(next, Progress.Reason.PROCESSING);
            Duration grown = pause.multipliedBy(3).dividedBy(2);
            Duration longest = run.timing().lastPoll();
            pause = grown.compareTo(longest) < 0 ? grown : longest;
        }
        return open.isEmpty();
    }

    private void ask(Job job, int n, String taskId, Instant deadline)
            throws TeoException, InterruptedException, TimeoutException {
        run.journal().file().verify();
        TeoClient client = run.connection().client().about(new CallSubject(job.id(), n, 1));
        PurgeTaskQuery query = new PurgeTaskQuery.ByJob(job.zoneId(), taskId, job.type());
        Duration left = Duration.between(run.clock().instant(), deadline);
        Duration limit = left.compareTo(ONE_ANSWER) > 0 ? left : ONE_ANSWER;
        List<PurgeTask> rows =
                TimedRead.within(limit, calledOff -> run.ask(() -> rows(client, query, calledOff)));
        // If a server ignores the filter, another job's rows must not settle anything.
        List<PurgeTask> own = rows.stream().filter(r -> r.jobId().equals(taskId)).toList();
        Map<String, List<PurgeTask>> as = group(own, PurgeTask::target);
        Map<String, List<PurgeTask>> like = group(own, r -> SameTarget.key(r.target()));
        Map<String, Fate> fates = new HashMap<>();
        for (String target : accepted.unsettledTargets(job.id(), n)) {
            List<PurgeTask> of =
                    job.type() == PurgeType.ALL
                            ? own
                            : as.getOrDefault(
                                    target, like.getOrDefault(SameTarget.key(target), List.of()));
            if (!of.isEmpty()) {
                fates.put(target, Verdicts.fate(of));
            }
        }
        if (!fates.isEmpty()) {
            accepted.progressed(job.id(), n, fates);
        }
    }

    private List<PurgeTask> rows(TeoClient client, PurgeTaskQuery query, BooleanSupplier calledOff)
            throws TeoException, InterruptedException {
        try {
            return client.describePurgeTasks(query).rows();
        } catch (TeoException e) {
            // A failure because time ran out says nothing about EdgeOne.
            if (!calledOff.getAsBoolean()) {
                lastTrouble = e;
            }
            throw e;
        }
    }

    private static Map<String, List<PurgeTask>> group(
            List<PurgeTask> rows, Function<PurgeTask, String> by) {
        return rows.stream().collect(Collectors.groupingBy(by));
    }

    private void counted(JobSummary job) {
        int all = history.batches(job.job().id()).size();
        run.progress().on(new Progress.Event.Counted(job.targets(), all, all));
    }
}
