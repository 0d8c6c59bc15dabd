package edgeone.purge.ui.notice;

import edgeone.purge.engine.RunResult;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.run.Run;
import edgeone.purge.ui.shell.run.RunState;
import edgeone.purge.ui.shell.run.Runs;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Tells of each job that ends: in the window where it took long or the window is not in front, and
 * by the desktop in the latter case.
 */
public final class JobEnds {
    private final Clock clock;
    private final Notices notices;
    private final BooleanSupplier inFront;
    private final NoticeRules rules;
    private final Tasks tasks;
    private final Supplier<Formats> formats;
    private final Runnable raise;
    private final IdentityHashMap<Run, Instant> begun = new IdentityHashMap<>();

    /** Held, as the list only knows it weakly. */
    private final ObservableList<Run> active;

    /**
     * @param inFront whether the user has the window, or a dialog of it, before them
     * @param formats of the language of now
     * @param raise brings the window to the front
     */
    public JobEnds(
            Runs runs,
            Clock clock,
            Notices notices,
            BooleanSupplier inFront,
            NoticeRules rules,
            Tasks tasks,
            Supplier<Formats> formats,
            Runnable raise) {
        this.clock = clock;
        this.notices = notices;
        this.inFront = inFront;
        this.rules = rules;
        this.tasks = tasks;
        this.formats = formats;
        this.raise = raise;
        active = runs.active();
        active.addListener((ListChangeListener<Run>) this::changed);
    }

    private void changed(ListChangeListener.Change<? extends Run> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(run -> begun.put(run, clock.instant()));
            change.getRemoved().forEach(this::ended);
        }
    }

    private void ended(Run run) {
        Instant start = begun.remove(run);
        RunState state = run.state();
        String jobId = state.jobId();
        if (start == null || jobId == null) {
            return;
        }
        Duration took = Duration.between(start, clock.instant());
        boolean seen = inFront.getAsBoolean();
        if (seen && took.compareTo(rules.patience()) <= 0) {
            return;
        }
        RunResult result = state.trouble() == null ? state.result() : null;
        JobEnd end = new JobEnd(jobId, result == null ? null : result.summary(), took);
        notices.add(end);
        if (!seen) {
            tellDesktop(end);
        }
    }

    private void tellDesktop(JobEnd end) {
        JobEndTexts texts = new JobEndTexts(formats.get());
        String title = texts.title(end);
        String text = texts.text(end);
        tasks.run(
                () -> {
                    rules.desktop().show(title, text, () -> tasks.onUi(() -> chosen(end)));
                    return end;
                },
                _ -> {},
                _ -> {});
    }

    private void chosen(JobEnd end) {
        raise.run();
        notices.open(end);
    }
}
