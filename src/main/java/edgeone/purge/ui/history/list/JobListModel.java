package edgeone.purge.ui.history.list;

import edgeone.purge.history.JobListing;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.query.JobFacets;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.model.query.WhichJobs;
import edgeone.purge.ui.kit.table.PagedRows;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The jobs that are listed: the rows on the screen are read first, then all that match are counted.
 */
public final class JobListModel {
    private static final JobSummary PLACEHOLDER =
            new JobSummary(
                    new Job(
                            "",
                            Instant.EPOCH,
                            "",
                            null,
                            "",
                            "",
                            "",
                            "",
                            PurgeType.URL,
                            null,
                            List.of(),
                            null),
                    JobState.RUNNING,
                    new TargetCounts(0, 0, 0, 0, 0, 0, 0, 0),
                    null,
                    false,
                    false);

    private final Everyone everyone;
    private final Session session;
    private final Clock clock;
    private final Latest reading;
    private final Latest counting;
    private final JobFilters filters = new JobFilters();
    private final ObjectProperty<JobOrder> order =
            new SimpleObjectProperty<>(JobOrder.NEWEST_FIRST);
    private final PagedRows<JobSummary> rows;
    private final ReadOnlyObjectWrapper<Map<StateChip, Integer>> counts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<JobFacets> facets =
            new ReadOnlyObjectWrapper<>(JobFacets.NONE);
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<@Nullable Exception> trouble =
            new ReadOnlyObjectWrapper<>();
    private @Nullable JobFilter shown;
    private JobOrder shownOrder = JobOrder.NEWEST_FIRST;
    private @Nullable JobFilter counted;
    private @Nullable String sought;
    private boolean again;
    private OptionalInt found = OptionalInt.empty();

    public JobListModel(Everyone everyone, Session session, Tasks tasks, Clock clock) {
        this.everyone = everyone;
        this.session = session;
        this.clock = clock;
        reading = tasks.latest();
        counting = tasks.latest();
        rows = new PagedRows<>(tasks, PLACEHOLDER);
        filters.onChange(this::load);
        order.subscribe((_, _) -> load());
        everyone.chosenProperty().subscribe((_, chosen) -> choose(chosen));
        everyone.onHeard(this::heard);
        loading.subscribe(this::hearAgain);
    }

    /**
     * What was read of the journal.
     *
     * @param at where the job is that was looked for; empty if none was or it is not listed
     */
    private record Answer(Map<Integer, List<JobSummary>> pages, OptionalInt at) {}

    /** Reads the journal; its first reader is the view that is opened first. */
    public void load() {
        JobFilter wanted = filters.filter(session.connection(), clock);
        JobOrder by = order.get();
        boolean same = wanted.equals(shown) && by.equals(shownOrder);
        String jobId = sought;
        Set<Integer> pages = same ? rows.inView() : Set.of(0);
        JobListing.Question question = everyone.listing().ask(wanted, by);
        loading.set(true);
        counting.drop();
        reading.run(
                () -> answer(question, pages, jobId),
                answer -> {
                    shown = wanted;
                    shownOrder = by;
                    sought = null;
                    found = answer.at();
                    trouble.set(null);
                    rows.show(question::jobs, size(answer, wanted), answer.pages());
                    count(question, wanted);
                    loading.set(false);
                },
                this::failed);
    }

    private static Answer answer(
            JobListing.Question question, Set<Integer> pages, @Nullable String jobId)
            throws Exception {
        OptionalInt at = jobId == null ? OptionalInt.empty() : question.position(jobId);
        Set<Integer> wanted = at.isPresent() ? Set.of(at.getAsInt() / PagedRows.PAGE) : pages;
        return new Answer(PagedRows.read(question::jobs, wanted), at);
    }

    private void count(JobListing.Question question, JobFilter wanted) {
        counting.run(
                question::counts,
                byState -> {
                    counted = wanted.withStates(Set.of());
                    Map<StateChip, Integer> byChip = new EnumMap<>(StateChip.class);
                    for (StateChip chip : StateChip.values()) {
                        byChip.put(chip, chip.count(byState));
                    }
                    counts.set(byChip);
                    rows.resize(byChip.getOrDefault(filters.chipProperty().get(), 0));
                    choices(question);
                },
                this::failed);
    }

    private void choices(JobListing.Question question) {
        counting.run(question::facets, facets::set, this::failed);
    }

    /** Nothing of the other history stays in sight. */
    private void choose(boolean every) {
        rows.show((_, _) -> List.of(), 0, Map.of());
        counts.set(Map.of());
        shown = null;
        counted = null;
        AccountChoice wanted = every ? new AccountChoice.Every() : new AccountChoice.Open();
        // Colleagues purge the same zones with accounts of their own.
        if (filters.accountProperty().get().equals(wanted)) {
            load();
        } else {
            filters.accountProperty().set(wanted);
        }
    }

    /** What is being read is read to its end, however often colleagues write. */
    private void heard() {
        again = loading.get();
        if (!again) {
            load();
        }
    }

    private void hearAgain(boolean reading) {
        if (!reading && again) {
            again = false;
            load();
        }
    }

    private void failed(Exception why) {
        trouble.set(why);
        loading.set(false);
    }

    /** How many jobs there are, as far as it is known before they are counted. */
    private int size(Answer answer, JobFilter wanted) {
        int known = 0;
        for (Map.Entry<Integer, List<JobSummary>> page : answer.pages().entrySet()) {
            int end = page.getKey() * PagedRows.PAGE + page.getValue().size();
            if (page.getValue().size() < PagedRows.PAGE
                    && (!page.getValue().isEmpty() || page.getKey() == 0)) {
                return end;
            }
            known = Math.max(known, page.getValue().isEmpty() ? 0 : end);
        }
        return wanted.withStates(Set.of()).equals(counted)
                ? Math.max(known, counts.get().getOrDefault(filters.chipProperty().get(), known))
                : known;
    }

    /** All jobs that match now, however many rows were read. */
    public WhichJobs listed() {
        return new WhichJobs.Matching(filters.filter(session.connection(), clock), order.get());
    }

    /** Lists a job whatever is filtered; the view goes there. */
    public void reveal(String jobId) {
        sought = jobId;
        filters.clear();
        load();
    }

    /** Where the job is that was looked for; only the first to ask is told. */
    OptionalInt takeFound() {
        OptionalInt at = found;
        found = OptionalInt.empty();
        return at;
    }

    /** Whose jobs are listed. */
    public Everyone everyone() {
        return everyone;
    }

    public JobFilters filters() {
        return filters;
    }

    public ObjectProperty<JobOrder> orderProperty() {
        return order;
    }

    /** The jobs, read as they are looked at. */
    public PagedRows<JobSummary> rows() {
        return rows;
    }

    /** How many jobs match, whatever chip is chosen. */
    public ReadOnlyObjectProperty<Map<StateChip, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** What jobs can be filtered by. */
    public ReadOnlyObjectProperty<JobFacets> facetsProperty() {
        return facets.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Exception> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
