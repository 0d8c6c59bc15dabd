package edgeone.purge.ui.history.job;

import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.guard.Reach;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.read.RetryTargets;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.Zone;
import edgeone.purge.model.query.TargetFilter;
import edgeone.purge.ui.guard.GuardSettings;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.kit.trouble.ExplainedException;
import edgeone.purge.ui.kit.trouble.Trouble;
import edgeone.purge.ui.shell.run.Run;
import edgeone.purge.ui.shell.run.Runs;
import edgeone.purge.ui.shell.session.Session;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What can be done about the chosen job. */
public final class JobWork {
    private final JobModel model;
    private final PurgeEngine engine;
    private final Session session;
    private final Runs runs;
    private final Tasks tasks;
    private final GuardSettings guard;
    private final Latest asking;

    public JobWork(
            JobModel model,
            PurgeEngine engine,
            Session session,
            Runs runs,
            Tasks tasks,
            GuardSettings guard) {
        this.model = model;
        this.engine = engine;
        this.session = session;
        this.runs = runs;
        this.tasks = tasks;
        this.guard = guard;
        asking = tasks.latest();
    }

    GuardSettings guard() {
        return guard;
    }

    /**
     * What must be asked before the targets of a job are purged again.
     *
     * @param account the account's name
     * @param seconds the setting of the countdown
     */
    record Question(ConsentNeeded consent, Reach reach, String account, int seconds) {}

    /**
     * Finds out what must be asked before the targets of a job are purged again, now.
     *
     * @param answer hears it, unless no retry is possible any more, which the detail says then
     */
    void question(JobDetail of, Consumer<Question> answer, Consumer<Exception> failed) {
        Connection connection = session.connection();
        asking.run(
                () -> question(connection, of),
                asked -> {
                    if (asked.consent() == ConsentNeeded.IMPOSSIBLE) {
                        model.load();
                    } else {
                        answer.accept(asked);
                    }
                },
                failed);
    }

    private Question question(@Nullable Connection connection, JobDetail of) throws IOException {
        Job job = of.summary().job();
        // Only of directories do the targets say how far they reach.
        List<String> targets = job.type() == PurgeType.PREFIX ? targets(of) : List.of();
        return new Question(
                model.needed(connection, of.summary()),
                Reach.of(job.type(), targets),
                connection == null ? "" : connection.account(),
                guard.seconds().read());
    }

    /** Submits again what failed in a way that may pass; the new job is chosen once it exists. */
    public void retry(JobDetail of, Consent consent, Consumer<Exception> failed) {
        Connection connection = session.connection();
        if (connection != null) {
            follow(
                    of,
                    of.isColleagues()
                            ? runs.retryColleagues(
                                    connection,
                                    of.summary().job(),
                                    () -> RetryTargets.of(of.history(), of.jobId()),
                                    of.retryable(),
                                    consent)
                            : runs.retry(connection, of.jobId(), of.retryable(), consent),
                    failed);
        }
    }

    private void follow(JobDetail of, Run run, Consumer<Exception> failed) {
        run.stateProperty()
                .subscribe(
                        state -> {
                            if (state.jobId() != null
                                    && of.jobId().equals(model.chosenProperty().get())) {
                                model.choose(state.jobId());
                            }
                            if (state.trouble() != null && state.jobId() == null) {
                                failed.accept(state.trouble());
                            }
                        });
    }

    /** Sends what was never sent and settles what is unknown, of every job left open. */
    void finish(Runnable done, Consumer<? super Exception> failed) {
        Connection connection = session.connection();
        if (connection != null) {
            runs.resume(connection, _ -> done.run(), failed);
        }
    }

    /** Reads a whole job back as a form. */
    public void form(JobDetail of, Consumer<Place.Form> ready, Consumer<? super Exception> failed) {
        Job job = of.summary().job();
        tasks.run(
                () ->
                        new Place.Form(
                                job.zoneId(),
                                job.type(),
                                job.method(),
                                job.type() == PurgeType.ALL ? List.of() : targets(of),
                                job.tagDomains(),
                                job.prefetch()),
                ready,
                failed);
    }

    /**
     * Plans to purge all targets of a job again, as they were sent.
     *
     * @param ready hears the plan, which can be sent
     */
    public void planAgain(JobDetail of, Consumer<Plan> ready, Consumer<? super Exception> failed) {
        Connection connection = session.connection();
        if (connection != null) {
            asking.run(() -> plan(connection, of), ready, failed);
        }
    }

    private Plan plan(Connection connection, JobDetail of) throws Exception {
        Job job = of.summary().job();
        Zone zone =
                engine.zones(connection).stream()
                        .filter(z -> z.zoneId().equals(job.zoneId()))
                        .findFirst()
                        .orElseThrow(() -> zoneGone(job));
        Plan plan =
                engine.plan(
                        new PurgeDraft(
                                        zone,
                                        job.type(),
                                        job.method(),
                                        String.join("\n", targets(of)),
                                        job.tagDomains(),
                                        false)
                                .prefetching(job.prefetch()),
                        engine.facts(connection, zone));
        if (!plan.sendable()) {
            throw new RefusedSubmitException(RefusedSubmitException.Kind.PLAN, plan.refusals());
        }
        return plan;
    }

    private static ExplainedException zoneGone(Job job) {
        return new ExplainedException(
                new IllegalStateException("no zone " + job.zoneId()),
                messages ->
                        new Trouble(
                                messages.text("window.job.zoneGone"),
                                job.zoneId(),
                                messages.text("window.job.zoneGoneDo"),
                                null,
                                null));
    }

    /**
     * Submits a plan of {@link #planAgain} with the note of the job; the new job is chosen once it
     * exists.
     */
    public void runAgain(JobDetail of, Plan plan, Consent consent, Consumer<Exception> failed) {
        Connection connection = session.connection();
        if (connection != null) {
            String note = of.summary().job().provenance().note();
            follow(of, runs.submit(connection, plan, consent.withNote(note)), failed);
        }
    }

    private static List<String> targets(JobDetail of) {
        return of.history().targets(of.jobId(), TargetFilter.ALL, 0, Integer.MAX_VALUE).stream()
                .sorted(Comparator.comparingInt(TargetRow::position))
                .map(TargetRow::target)
                .toList();
    }
}
