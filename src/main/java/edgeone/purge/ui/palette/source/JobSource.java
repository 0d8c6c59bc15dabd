package edgeone.purge.ui.palette.source;

import edgeone.purge.engine.read.History;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.palette.PaletteEntry;
import edgeone.purge.ui.palette.PaletteSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.function.Consumer;

/** The newest jobs of every account; choosing one shows it in the history. */
public final class JobSource implements PaletteSource {
    private static final Logger LOG = LoggerFactory.getLogger(JobSource.class);

    /** Older jobs are found by the filter of the history. */
    static final int NEWEST = 200;

    private final History history;
    private final Navigator navigator;
    private final Latest reading;

    public JobSource(History history, Navigator navigator, Tasks tasks) {
        this.history = history;
        this.navigator = navigator;
        reading = tasks.latest();
    }

    @Override
    public void read(Formats formats, Consumer<List<PaletteEntry>> found) {
        reading.run(
                () -> history.jobs(JobFilter.ALL, NEWEST),
                jobs -> found.accept(jobs.stream().map(job -> entry(formats, job)).toList()),
                trouble -> LOG.info("no jobs to find: {}", trouble.toString()));
    }

    private PaletteEntry entry(Formats formats, JobSummary summary) {
        Job job = summary.job();
        Words words = new Words(formats.messages());
        String zone = job.zoneName().isEmpty() ? job.zoneId() : job.zoneName();
        return new PaletteEntry(
                PaletteEntry.Kind.JOB,
                formats.text(
                        "actions.job.title",
                        words.targets(job.type(), summary.targets().total()),
                        zone),
                formats.text(
                        "actions.job.detail",
                        words.job(summary.state()),
                        formats.when(job.createdAt()),
                        job.account()),
                VisibleText.of(job.id()),
                "",
                () -> navigator.open(new Place.History(job.id())));
    }
}
