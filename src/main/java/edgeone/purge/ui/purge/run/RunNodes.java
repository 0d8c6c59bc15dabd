package edgeone.purge.ui.purge.run;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.steps.StepLine;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The nodes of the card about a run. */
final class RunNodes {
    final Label title = wrapped("", "title");
    final ProgressBar bar = named("run-bar", styled(new ProgressBar(), "bar", "busy"));
    final Label headline = named("run-headline", wrapped("", "strong"));
    final Label counts = wrapped("");
    final Label requests = wrapped("", "muted");
    final Label pause = named("run-pause", wrapped("", "warning-text"));
    final Label origin = named("run-origin", wrapped(""));
    final StepLine steps;
    final Label clock = wrapped("", "muted");
    final VBox trouble = new VBox();
    final Button cancel = named("run-cancel", new Button());
    final Hyperlink show = named("run-show", new Hyperlink());
    final Hyperlink next = named("run-next", new Hyperlink());
    final VBox root;

    RunNodes(Formats formats) {
        steps = new StepLine(formats);
        root =
                styled(
                        new VBox(
                                title,
                                bar,
                                headline,
                                steps.root(),
                                origin,
                                counts,
                                requests,
                                pause,
                                clock,
                                trouble,
                                new FlowPane(10, 4, cancel, show, next)),
                        "card");
        next.setText(formats.text("window.run.next"));
        cancel.setText(formats.text("window.run.cancel"));
        show.setText(formats.text("window.run.show"));
    }
}
