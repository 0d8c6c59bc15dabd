package edgeone.purge.ui.notice;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.function.Consumer;

/** The jobs that ended and that nobody has looked at yet, newest first. */
public final class Notices {
    /** More would only be scrolled past; the history has them all. */
    static final int MOST = 3;

    private final Consumer<String> openJob;
    private final ObservableList<JobEnd> shown = FXCollections.observableArrayList();

    /**
     * @param openJob opens a job by its id
     */
    public Notices(Consumer<String> openJob) {
        this.openJob = openJob;
    }

    void add(JobEnd end) {
        shown.removeIf(e -> e.jobId().equals(end.jobId()));
        shown.addFirst(end);
        if (shown.size() > MOST) {
            shown.remove(MOST, shown.size());
        }
    }

    /** Opens the job, which is looked at then. */
    void open(JobEnd end) {
        shown.remove(end);
        openJob.accept(end.jobId());
    }

    /** Somebody looks at a job, by whatever way. */
    public void seen(String jobId) {
        shown.removeIf(end -> end.jobId().equals(jobId));
    }

    /** Opens the job that ended last, if nobody has looked at it. */
    public void openNewest() {
        shown.stream().findFirst().ifPresent(this::open);
    }

    public boolean isEmpty() {
        return shown.isEmpty();
    }

    void dismiss(JobEnd end) {
        shown.remove(end);
    }

    /** Newest first. */
    ObservableList<JobEnd> shown() {
        return FXCollections.unmodifiableObservableList(shown);
    }
}
