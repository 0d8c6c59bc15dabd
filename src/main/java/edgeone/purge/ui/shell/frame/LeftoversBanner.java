package edgeone.purge.ui.shell.frame;

import static edgeone.purge.ui.kit.Boxes.growing;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.shell.run.Leftovers;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.stream.Collectors;

/** Offers to finish the jobs of earlier runs, then reports what that did. */
final class LeftoversBanner implements Part {
    private final Leftovers leftovers;
    private final Formats formats;
    private final Navigator navigator;
    private final Label text = named("bannerText", growing(wrapped("")));
    private final Button finish = named("bannerYes", unsqueezed(new Button()));
    private final Button show = unsqueezed(new Button());
    private final Button dismiss = named("bannerNo", unsqueezed(new Button()));
    private final HBox root =
            named(
                    "banner",
                    styled(
                            new HBox(new FontIcon("fth-alert-circle"), text, finish, show, dismiss),
                            "banner"));
    private final Subscription watching;

    LeftoversBanner(Leftovers leftovers, Formats formats, Navigator navigator) {
        this.leftovers = leftovers;
        this.formats = formats;
        this.navigator = navigator;
        finish.setOnAction(_ -> leftovers.resume());
        show.setText(formats.text("window.leftovers.show"));
        show.setOnAction(_ -> showFirst());
        dismiss.setOnAction(_ -> leftovers.dismiss());
        watching =
                leftovers
                        .jobsProperty()
                        .subscribe(_ -> update())
                        .and(leftovers.resumingProperty().subscribe(_ -> update()))
                        .and(leftovers.reportProperty().subscribe(_ -> update()));
    }

    private void update() {
        List<JobSummary> jobs = leftovers.jobsProperty().get();
        ResumeReport report = leftovers.reportProperty().get();
        boolean resuming = leftovers.resumingProperty().get();
        boolean open = !jobs.isEmpty();
        toggle(root, open || report != null);
        toggle(finish, open);
        toggle(show, open);
        dismiss.setText(formats.text(open ? "window.leftovers.later" : "window.leftovers.close"));
        finish.setDisable(resuming);
        finish.setText(
                formats.text(resuming ? "window.leftovers.finishing" : "window.leftovers.finish"));
        if (open) {
            long unknown = jobs.stream().filter(j -> j.state() == JobState.UNKNOWN).count();
            text.setText(formats.text("window.leftovers.found", jobs.size(), unknown));
        } else if (report != null) {
            text.setText(describe(report));
        }
    }

    /** What the resume did, and why jobs are still unfinished, each reason once. */
    private String describe(ResumeReport report) {
        String reasons =
                report.left().stream()
                        .map(left -> " " + formats.text("window.left." + left.reason().name()))
                        .distinct()
                        .collect(Collectors.joining());
        return formats.text(
                        "window.leftovers.report",
                        report.resumed().size(),
                        report.resolved().size(),
                        report.left().size())
                + reasons;
    }

    private void showFirst() {
        List<JobSummary> jobs = leftovers.jobsProperty().get();
        if (!jobs.isEmpty()) {
            navigator.open(new Place.History(jobs.getFirst().job().id()));
        }
    }

    @Override
    public HBox root() {
        return root;
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }
}
