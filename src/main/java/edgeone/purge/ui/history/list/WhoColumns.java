package edgeone.purge.ui.history.list;

import edgeone.purge.model.JobSummary;
import edgeone.purge.model.Provenance;
import edgeone.purge.ui.kit.Columns;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who submitted a job, on which machine, with which version. A narrow table has room for the person
 * only, which then tells the rest when it is pointed at.
 */
final class WhoColumns {
    private static final double WIDE = 1_000;

    private final Formats formats;
    private final Predicate<JobSummary> isRead;
    private final TableColumn<JobSummary, JobSummary> person;
    private final List<TableColumn<JobSummary, JobSummary>> all;

    WhoColumns(Formats formats, Predicate<JobSummary> isRead) {
        this.formats = formats;
        this.isRead = isRead;
        person = column("person", 84, Provenance::user);
        all =
                List.of(
                        person,
                        column("machine", 96, Provenance::host),
                        column("version", 60, Provenance::program));
    }

    private TableColumn<JobSummary, JobSummary> column(
            String name, int width, Function<Provenance, @Nullable String> of) {
        TableColumn<JobSummary, JobSummary> column =
                Columns.text(
                        formats.text("window.history." + name),
                        width,
                        job ->
                                isRead.test(job)
                                        ? Objects.requireNonNullElse(
                                                of.apply(job.job().provenance()), "")
                                        : "",
                        this::whole);
        column.setId("column-" + name);
        column.setSortable(false);
        column.setVisible(false);
        return column;
    }

    private String whole(JobSummary job) {
        Provenance of = job.job().provenance();
        return isRead.test(job)
                ? Stream.of(of.user(), of.host(), of.program())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "))
                : "";
    }

    List<TableColumn<JobSummary, JobSummary>> all() {
        return all;
    }

    /** Shows those there is room for, or none. */
    void show(boolean shown, double width) {
        for (TableColumn<JobSummary, JobSummary> column : all) {
            column.setVisible(shown && (column.equals(person) || width >= WIDE));
        }
    }
}
