package edgeone.purge.ui.stats;

import edgeone.purge.engine.read.History;
import edgeone.purge.engine.read.Statistics;
import edgeone.purge.export.FigureExport;
import edgeone.purge.history.JobListing;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Quota;
import edgeone.purge.model.query.JobFacets;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.model.stats.Period;
import edgeone.purge.model.stats.StatsQuestion;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.session.Session;
import edgeone.purge.ui.stats.chart.Figure;
import edgeone.purge.ui.stats.chart.Picture;
import edgeone.purge.ui.stats.figure.Summary;
import edgeone.purge.zones.KnownZones;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The jobs that are chosen, summed up. */
public final class StatsViewModel {
    private final Statistics statistics;
    private final JobListing listing;
    private final Session session;
    private final Tasks tasks;
    private final Clock clock;
    private final Latest reading;
    private final Latest listingZones;
    private final StatsChoices choices = new StatsChoices();
    private final ReadOnlyObjectWrapper<@Nullable Summary> summary = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<JobFacets> facets =
            new ReadOnlyObjectWrapper<>(JobFacets.NONE);
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Exception> trouble =
            new ReadOnlyObjectWrapper<>();

    public StatsViewModel(History history, Session session, Tasks tasks, Clock clock) {
        statistics = history.statistics();
        listing = history.listing();
        this.session = session;
        this.tasks = tasks;
        this.clock = clock;
        reading = tasks.latest();
        listingZones = tasks.latest();
        choices.onChange(this::load);
    }

    /** Reads the journal. */
    public void load() {
        Period period = choices.period(LocalDate.now(clock));
        if (!period.isPossible()) {
            reading.drop();
            loading.set(false);
            return;
        }
        StatsQuestion question = choices.question(period, session.connection(), clock);
        Map<PurgeType, Long> daily = daily(choices.zoneProperty().get());
        loading.set(true);
        reading.run(
                () -> statistics.read(question),
                stats -> show(new Summary(stats, period, daily)),
                this::failed);
        listingZones.run(
                () -> listing.ask(JobFilter.ALL, JobOrder.NEWEST_FIRST).facets(),
                facets::set,
                _ -> {
                    // The zones known before can still be chosen.
                });
    }

    private void show(Summary read) {
        loading.set(false);
        trouble.set(null);
        summary.set(read);
    }

    private void failed(Exception why) {
        loading.set(false);
        trouble.set(why);
    }

    /** The daily quota of a zone of the open account, as EdgeOne told it last. */
    private Map<PurgeType, Long> daily(@Nullable String zoneId) {
        KnownZones known = session.book().knownProperty().get();
        Map<PurgeType, Long> daily = new EnumMap<>(PurgeType.class);
        if (known != null && zoneId != null && !choices.everyAccountProperty().get()) {
            KnownZones.Timed<Quota> quotas = known.quotas().get(zoneId);
            List<Quota> list = quotas == null ? List.of() : quotas.list();
            list.forEach(
                    quota ->
                            PurgeType.ofWireName(quota.type())
                                    .ifPresent(type -> daily.put(type, quota.daily())));
        }
        return daily;
    }

    /** Saves a picture. */
    void save(Picture picture, Path file, Runnable saved, Consumer<? super Exception> failed) {
        tasks.run(
                () -> {
                    FigureExport.png(file, picture.width(), picture.height(), picture.pixels());
                    return file;
                },
                _ -> saved.run(),
                failed);
    }

    /** Saves the numbers of a figure. */
    void save(Figure figure, Path file, Runnable saved, Consumer<? super Exception> failed) {
        tasks.run(
                () -> {
                    FigureExport.csv(file, figure.table().keys(), figure.table().exact());
                    return file;
                },
                _ -> saved.run(),
                failed);
    }

    /** The days that are chosen. */
    Period period() {
        return choices.period(LocalDate.now(clock));
    }

    public StatsChoices choices() {
        return choices;
    }

    /** Null until the journal was read. */
    public ReadOnlyObjectProperty<@Nullable Summary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** The zones that jobs can be chosen by. */
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
