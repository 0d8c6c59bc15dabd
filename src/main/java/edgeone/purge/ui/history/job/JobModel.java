package edgeone.purge.ui.history.job;

import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.read.RetryTargets;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.history.Histories;
import edgeone.purge.history.JobHistory;
import edgeone.purge.history.ReasonCount;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.Origin;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.query.TargetFilter;
import edgeone.purge.ui.kit.table.PagedRows;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.run.Runs;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The job that is chosen, with its targets. */
public final class JobModel {
    private static final TargetRow PLACEHOLDER =
            new TargetRow(0, 0, "…", TargetState.PENDING, null, null, null, null);

    private final Histories histories;
    private final PurgeEngine engine;
    private final Session session;
    private final Runs runs;
    private final Latest detailing;
    private final Latest listing;
    private final ReadOnlyObjectWrapper<@Nullable String> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable JobDetail> detail = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Exception> trouble =
            new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<OutcomeChoice> outcome =
            new SimpleObjectProperty<>(OutcomeChoice.ALL);
    private final ObjectProperty<@Nullable ReasonCount> reason = new SimpleObjectProperty<>();
    private final PagedRows<TargetRow> rows;
    private final ReadOnlyObjectWrapper<@Nullable VerdictsRead> verdicts =
            new ReadOnlyObjectWrapper<>();
    private @Nullable Listed listed;

    /** Which targets are listed. */
    private record Listed(String jobId, TargetFilter filter) {}

    public JobModel(
            Histories histories, PurgeEngine engine, Session session, Runs runs, Tasks tasks) {
        this.histories = histories;
        this.engine = engine;
        this.session = session;
        this.runs = runs;
        detailing = tasks.latest();
        listing = tasks.latest();
        rows = new PagedRows<>(tasks, PLACEHOLDER);
        outcome.subscribe(
                (_, _) -> {
                    reason.set(null);
                    list();
                });
        reason.subscribe((_, _) -> list());
        detail.subscribe((_, _) -> list());
    }

    /**
     * Chooses a job.
     *
     * @param jobId null for none
     */
    public void choose(@Nullable String jobId) {
        if (jobId != null && !jobId.equals(chosen.get())) {
            chosen.set(jobId);
            outcome.set(OutcomeChoice.ALL);
            reason.set(null);
            load();
        } else if (jobId == null) {
            chosen.set(null);
            detailing.drop();
            detail.set(null);
        }
    }

    /** Reads the chosen job again. */
    public void load() {
        String id = chosen.get();
        if (id == null) {
            return;
        }
        Connection connection = session.connection();
        boolean active = runs.isActive(id);
        detailing.run(
                () -> read(id, connection, active),
                found -> {
                    trouble.set(null);
                    detail.set(found);
                },
                trouble::set);
    }

    private @Nullable JobDetail read(String id, @Nullable Connection connection, boolean active) {
        JobHistory history = histories.of(id);
        return history.job(id).map(job -> read(history, job, connection, active)).orElse(null);
    }

    private JobDetail read(
            JobHistory history, JobSummary job, @Nullable Connection connection, boolean active) {
        String id = job.job().id();
        return new JobDetail(
                job,
                history,
                history.batches(id),
                job.targets().succeeded() == job.targets().total()
                        ? List.of()
                        : history.reasons(id),
                history.requests(id),
                history.retries(id),
                retryable(history, job),
                history.waiting(id).orElse(null),
                needed(connection, job),
                history.verification(id).orElse(null),
                history.steps(id, active || job.ownedElsewhere()));
    }

    private static int retryable(JobHistory history, JobSummary job) {
        return job.targets().succeeded() == job.targets().total()
                        || job.job().provenance().origin() == Origin.ELSEWHERE
                ? 0
                : RetryTargets.count(history, job.job().id());
    }

    /** What must be asked before a retry. Reads the account's safety level. */
    ConsentNeeded needed(@Nullable Connection connection, JobSummary of) {
        if (connection == null) {
            return ConsentNeeded.IMPOSSIBLE;
        }
        PurgeType type = of.job().type();
        ConsentNeeded asked = engine.consentNeeded(connection, type);
        return type.isWide() && asked != ConsentNeeded.IMPOSSIBLE
                ? ConsentNeeded.TYPED_ZONE
                : asked;
    }

    /** Reads the targets that are looked at, the first time or again. */
    private void list() {
        JobDetail of = detail.get();
        if (of == null) {
            listed = null;
            listing.drop();
            rows.show((_, _) -> List.of(), 0, Map.of());
            verdicts.set(null);
            return;
        }
        Listed wanted = new Listed(of.jobId(), filter());
        boolean again = wanted.equals(listed);
        int size = count(of);
        PagedRows.Source<TargetRow> plain =
                (offset, limit) ->
                        of.history().targets(wanted.jobId(), wanted.filter(), offset, limit);
        @Nullable VerdictsRead read =
                of.verification() == null ? null : new VerdictsRead(of.history(), wanted.jobId());
        PagedRows.Source<TargetRow> source =
                read == null ? plain : (offset, limit) -> read.read(plain.rows(offset, limit));
        Set<Integer> pages = again ? rows.inView() : Set.of(0);
        listed = wanted;
        listing.run(
                () -> PagedRows.read(source, pages),
                pagesRead -> {
                    rows.show(source, size, pagesRead);
                    verdicts.set(read);
                },
                trouble::set);
    }

    /** The verdict on a target that is listed; null where there is none. */
    @Nullable Verdict verdict(TargetRow row) {
        VerdictsRead read = verdicts.get();
        return read == null ? null : read.of(row);
    }

    /** The verdicts that are known; null where the job is not to be verified. */
    ReadOnlyObjectProperty<@Nullable VerdictsRead> verdictsProperty() {
        return verdicts.getReadOnlyProperty();
    }

    private TargetFilter filter() {
        ReasonCount one = reason.get();
        return one == null
                ? TargetFilter.of(Set.copyOf(outcome.get().states()))
                : new TargetFilter(
                        Set.of(one.state()), new TargetFilter.End(one.code(), one.reason()));
    }

    private int count(JobDetail of) {
        ReasonCount one = reason.get();
        if (one == null) {
            return outcome.get().count(of.summary().targets());
        }
        return of.reasons().stream()
                .filter(
                        r ->
                                r.state() == one.state()
                                        && r.reason().equals(one.reason())
                                        && Objects.equals(r.code(), one.code()))
                .mapToInt(ReasonCount::count)
                .sum();
    }

    /** Asks EdgeOne again about the job where it is open. */
    public void refresh() {
        JobDetail now = detail.get();
        Connection connection = session.connection();
        if (now != null && connection != null && canFollow(now)) {
            runs.follow(connection, now.summary());
        }
    }

    private boolean canFollow(JobDetail of) {
        return of.summary().state() == JobState.RUNNING
                && !of.isForeign()
                && !of.isColleagues()
                && of.summary().targets().accepted() > 0
                && !of.summary().ownedElsewhere()
                && !runs.isActive(of.jobId());
    }

    /** Whether the account that is open is the one the job was submitted with. */
    public boolean isMine(JobDetail of) {
        Connection connection = session.connection();
        return connection != null && !of.isColleagues() && connection.owns(of.summary().job());
    }

    /** Whether what failed can be submitted again: a colleague's as a job of one's own. */
    public boolean mayRetry(JobDetail of) {
        return of.isColleagues() ? mayPurgeAgain(of) : isMine(of);
    }

    /** Whether its targets can be purged again, as a new job of the account that is open. */
    public boolean mayPurgeAgain(JobDetail of) {
        Connection connection = session.connection();
        Job job = of.summary().job();
        return connection != null
                && ((of.isColleagues()
                                ? connection.endpoint().equals(job.endpoint())
                                : connection.owns(job))
                        || (of.isForeign()
                                && connection.isAccountOf(job)
                                && connection.endpoint().equals(job.endpoint())));
    }

    /** ID of the job that is chosen. */
    public ReadOnlyObjectProperty<@Nullable String> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable JobDetail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Exception> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Which targets are listed, unless a reason is chosen. */
    public ObjectProperty<OutcomeChoice> outcomeProperty() {
        return outcome;
    }

    /** The reason whose targets are listed; null for all. */
    public ObjectProperty<@Nullable ReasonCount> reasonProperty() {
        return reason;
    }

    /** The targets that are listed, read as they are looked at. */
    public PagedRows<TargetRow> rows() {
        return rows;
    }
}
