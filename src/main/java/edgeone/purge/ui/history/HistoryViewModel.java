package edgeone.purge.ui.history;

import edgeone.purge.engine.Consent;
import edgeone.purge.engine.History;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobFilter;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.Whose;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.run.Run;
import edgeone.purge.ui.shell.run.Runs;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The jobs of the journal, the one that is chosen, and what can be done about it. */
public final class HistoryViewModel {
    private static final int LIMIT = 10_000;
    private static final int READ_AT_ONCE = 10_000;

    private final History history;
    private final PurgeEngine engine;
    private final Session session;
    private final Runs runs;
    private final Tasks tasks;
    private final Clock clock;
    private final Latest listing;
    private final Latest detailing;
    private final Latest asking;

    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<StateChip> chip = new SimpleObjectProperty<>(StateChip.ALL);
    private final ObjectProperty<TimeRange> range = new SimpleObjectProperty<>(TimeRange.ALWAYS);
    private final BooleanProperty everyAccount = new SimpleBooleanProperty();
    private final ObservableList<JobSummary> jobs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Map<StateChip, Integer>> counts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<@Nullable Exception> trouble =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable JobDetail> detail = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<OutcomeChoice> outcome =
            new SimpleObjectProperty<>(OutcomeChoice.ALL);
    private List<JobSummary> read = List.of();

    public HistoryViewModel(
            History history,
            PurgeEngine engine,
            Session session,
            Runs runs,
            Tasks tasks,
            Clock clock) {
        this.history = history;
        this.engine = engine;
        this.session = session;
        this.runs = runs;
        this.tasks = tasks;
        this.clock = clock;
        listing = tasks.latest();
        detailing = tasks.latest();
        asking = tasks.latest();
        filter.subscribe((_, _) -> load());
        range.subscribe((_, _) -> load());
        chip.subscribe(_ -> show());
        everyAccount.subscribe((_, _) -> load());
        session.signedInProperty().subscribe((_, _) -> switched());
        runs.revisionProperty().subscribe((_, _) -> load());
    }

    /** Reads the journal again, and asks EdgeOne again about the chosen job where it is open. */
    public void refresh() {
        load();
        JobDetail now = detail.get();
        Connection connection = session.connection();
        if (now != null && connection != null && canFollow(now)) {
            runs.follow(connection, now.summary());
        }
    }

    private boolean canFollow(JobDetail of) {
        return of.summary().state() == JobState.RUNNING
                && of.summary().targets().accepted() > 0
                && !of.summary().ownedElsewhere()
                && !runs.isActive(of.jobId());
    }

    /** Reads the journal; its first reader is the view that is opened first. */
    void load() {
        JobFilter wanted =
                JobFilter.ALL
                        .withText(filter.get().strip())
                        .between(range.get().since(clock.instant()), null)
                        .withWhose(whose());
        loading.set(true);
        listing.run(
                () -> history.jobs(wanted, LIMIT),
                found -> {
                    read = found;
                    loading.set(false);
                    trouble.set(null);
                    show();
                    loadDetail();
                },
                failed -> {
                    loading.set(false);
                    trouble.set(failed);
                });
    }

    private Whose whose() {
        Connection connection = session.connection();
        return everyAccount.get() || connection == null ? Whose.EVERYBODY : connection.whose();
    }

    private boolean isShown(JobDetail of) {
        Connection connection = session.connection();
        return everyAccount.get()
                || connection == null
                || connection.isAccountOf(of.summary().job());
    }

    /** Another account's job does not stay in sight. */
    private void switched() {
        JobDetail now = detail.get();
        if (now != null && !isShown(now)) {
            choose(null);
        }
        load();
    }

    private void show() {
        Map<StateChip, Integer> counted = new EnumMap<>(StateChip.class);
        for (StateChip of : StateChip.values()) {
            counted.put(of, (int) read.stream().filter(j -> of.holds(j.state())).count());
        }
        counts.set(counted);
        List<JobSummary> wanted = read.stream().filter(j -> chip.get().holds(j.state())).toList();
        if (!wanted.equals(jobs)) {
            jobs.setAll(wanted);
        }
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
            loadDetail();
        } else if (jobId == null) {
            chosen.set(null);
            detailing.drop();
            detail.set(null);
        }
    }

    /** Shows a job whatever is filtered. */
    public void reveal(String jobId) {
        filter.set("");
        chip.set(StateChip.ALL);
        range.set(TimeRange.ALWAYS);
        choose(jobId);
        load();
    }

    private void loadDetail() {
        String id = chosen.get();
        if (id == null) {
            return;
        }
        Connection connection = session.connection();
        detailing.run(
                () ->
                        history.job(id)
                                .map(
                                        summary ->
                                                new JobDetail(
                                                        summary,
                                                        history.batches(id),
                                                        history.reasons(id),
                                                        history.requests(id),
                                                        history.retryable(id),
                                                        question(connection, summary)))
                                .orElse(null),
                found -> {
                    detail.set(found);
                    if (found != null && !isShown(found)) {
                        everyAccount.set(true);
                    }
                },
                trouble::set);
    }

    /** The targets of a job, read as they are looked at. */
    PagedRows rows(JobDetail of) {
        OutcomeChoice choice = outcome.get();
        String id = of.jobId();
        return new PagedRows(
                tasks,
                choice.count(of.summary().targets()),
                (offset, limit) -> history.targets(id, choice.states(), offset, limit));
    }

    /** Whether the account that is open is the one the job was submitted with. */
    boolean isMine(JobDetail of) {
        Connection connection = session.connection();
        return connection != null && connection.owns(of.summary().job());
    }

    /** What must be asked before a retry. Reads the account's safety level. */
    private ConsentNeeded question(@Nullable Connection connection, JobSummary of) {
        if (connection == null) {
            return ConsentNeeded.IMPOSSIBLE;
        }
        PurgeType type = of.job().type();
        ConsentNeeded asked = engine.consentNeeded(connection, type);
        return type.isWide() && asked != ConsentNeeded.IMPOSSIBLE
                ? ConsentNeeded.TYPED_ZONE
                : asked;
    }

    /**
     * Finds out what must be asked before a retry, now.
     *
     * @param answer hears it, unless no retry is possible any more, which the detail says then
     */
    void question(JobDetail of, Consumer<ConsentNeeded> answer, Consumer<Exception> failed) {
        Connection connection = session.connection();
        asking.run(
                () -> question(connection, of.summary()),
                asked -> {
                    if (asked == ConsentNeeded.IMPOSSIBLE) {
                        loadDetail();
                    } else {
                        answer.accept(asked);
                    }
                },
                failed);
    }

    /** Submits again what failed in a way that may pass; the new job is chosen once it exists. */
    void retry(JobDetail of, Consent consent, Consumer<Exception> failed) {
        Connection connection = session.connection();
        if (connection == null) {
            return;
        }
        Run run = runs.retry(connection, of.jobId(), of.retryable(), consent);
        run.stateProperty()
                .subscribe(
                        state -> {
                            if (state.jobId() != null && of.jobId().equals(chosen.get())) {
                                choose(state.jobId());
                            }
                            if (state.trouble() != null && state.jobId() == null) {
                                failed.accept(state.trouble());
                            }
                        });
    }

    /** Sends what was never sent and settles what is unknown, of every job left open. */
    void finish(Consumer<? super Exception> failed) {
        Connection connection = session.connection();
        if (connection != null) {
            runs.resume(connection, _ -> load(), failed);
        }
    }

    /** Reads a whole job back as a form. */
    void form(JobDetail of, Consumer<Place.Form> ready, Consumer<? super Exception> failed) {
        Job job = of.summary().job();
        tasks.run(
                () ->
                        new Place.Form(
                                job.zoneId(),
                                job.type(),
                                job.method(),
                                job.type() == PurgeType.ALL ? List.of() : targets(job.id()),
                                job.tagDomains()),
                ready,
                failed);
    }

    private List<String> targets(String jobId) {
        List<TargetRow> all = new ArrayList<>();
        List<TargetRow> page;
        do {
            page = history.targets(jobId, List.of(), all.size(), READ_AT_ONCE);
            all.addAll(page);
        } while (page.size() == READ_AT_ONCE);
        return all.stream()
                .sorted(Comparator.comparingInt(TargetRow::position))
                .map(TargetRow::target)
                .toList();
    }

    /** Whether the jobs of all accounts are listed, not only those of the one that is open. */
    public BooleanProperty everyAccountProperty() {
        return everyAccount;
    }

    /** Matches job id, task id, account, zone, or any target. */
    public StringProperty filterProperty() {
        return filter;
    }

    public ObjectProperty<StateChip> chipProperty() {
        return chip;
    }

    public ObjectProperty<TimeRange> rangeProperty() {
        return range;
    }

    public ObservableList<JobSummary> jobs() {
        return FXCollections.unmodifiableObservableList(jobs);
    }

    public ReadOnlyObjectProperty<Map<StateChip, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Exception> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Id of the job that is chosen. */
    public ReadOnlyObjectProperty<@Nullable String> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable JobDetail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** Which targets of the chosen job are listed. */
    public ObjectProperty<OutcomeChoice> outcomeProperty() {
        return outcome;
    }
}
