package edgeone.purge.ui.purge.run;

import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.step.Step;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.ErrorPane;
import edgeone.purge.ui.shell.run.Run;
import edgeone.purge.ui.shell.run.RunState;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.util.Duration;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/** The card that shows how the submitted purge is going. */
public final class RunPane {
    private static final List<String> TONES =
            List.of("success-text", "warning-text", "danger-text");

    private final Formats formats;
    private final RunTexts texts;
    private final OriginTexts originTexts;
    private final Navigator navigator;
    private final RunNodes nodes;
    private final Timeline ticking;
    private @Nullable Run run;
    private @Nullable String next;
    private Subscription watching = Subscription.EMPTY;

    /**
     * @param onCancel cancels what has not been sent
     */
    public RunPane(Formats formats, Navigator navigator, Runnable onCancel) {
        this.formats = formats;
        this.navigator = navigator;
        texts = new RunTexts(formats);
        originTexts = new OriginTexts(formats);
        nodes = new RunNodes(formats);
        ticking = new Timeline(new KeyFrame(Duration.millis(100), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        nodes.cancel.setOnAction(
                _ -> {
                    onCancel.run();
                    update();
                });
        nodes.show.setOnAction(_ -> openHistory());
        nodes.next.setOnAction(_ -> navigator.open(new Place.History(next)));
        showSteps(List.of());
        watch(null);
    }

    public Parent root() {
        return nodes.root;
    }

    /** Shows this run from now on; null hides the card. */
    public void watch(@Nullable Run next) {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        if (run != null) {
            ticking.stop();
        }
        run = next;
        toggle(nodes.root, next != null);
        if (next != null) {
            watching = next.stateProperty().subscribe(_ -> update());
        }
    }

    /** Shows how far the steps of the run are. */
    public void showSteps(List<Step> steps) {
        nodes.steps.show(steps);
        next = steps.stream().map(Step::job).filter(Objects::nonNull).findFirst().orElse(null);
        toggle(nodes.next, next != null);
        tick();
    }

    private void update() {
        Run current = run;
        if (current == null) {
            return;
        }
        RunState state = current.state();
        TargetCounts targets = state.counts();
        nodes.title.setText(
                formats.text(
                        OriginTexts.isAsking(state)
                                ? "window.origin.title"
                                : state.phase() == RunState.Phase.SENDING
                                        ? "window.run.titleSending"
                                        : "window.run.titleSent"));
        int done = targets.settled() + targets.unknown();
        nodes.bar.setProgress(targets.total() == 0 ? 0 : (double) done / targets.total());
        nodes.bar.setAccessibleText(formats.text("window.run.bar", done, targets.total()));
        RunTexts.Headline said = texts.headline(current);
        nodes.headline.setText(said.text());
        nodes.headline.getStyleClass().removeAll(TONES);
        if (!said.tone().isEmpty()) {
            nodes.headline.getStyleClass().add(said.tone());
        }
        text(nodes.counts, texts.counts(targets));
        text(nodes.requests, state.batches() == 0 ? "" : texts.requests(state));
        text(nodes.clock, texts.clock(state));
        text(nodes.origin, originTexts.of(state));
        boolean sending = state.phase() == RunState.Phase.SENDING;
        nodes.cancel.setText(formats.text(OriginTexts.cancelKey(state)));
        toggle(nodes.cancel, sending);
        nodes.cancel.setDisable(current.canceled());
        toggle(nodes.show, state.jobId() != null);
        showTrouble(state);
        tick();
        if (state.phase() == RunState.Phase.ENDED) {
            ticking.stop();
        } else {
            ticking.play();
        }
    }

    private void showTrouble(RunState state) {
        Exception cause = RunTroubles.of(state);
        toggle(nodes.trouble, cause != null);
        nodes.trouble.getChildren().clear();
        if (cause != null) {
            nodes.trouble
                    .getChildren()
                    .add(new ErrorPane(formats.messages(), formats.trouble(cause)));
        }
    }

    private void tick() {
        Run current = run;
        if (current != null) {
            RunState state = current.state();
            String pause = texts.pause(state);
            text(nodes.pause, pause.isEmpty() ? originTexts.pause(state) : pause);
            nodes.steps.tick(texts.probes(state));
        }
    }

    private void openHistory() {
        Run current = run;
        if (current != null) {
            navigator.open(new Place.History(current.state().jobId()));
        }
    }

    private static void text(Label label, String text) {
        label.setText(text);
        toggle(label, !text.isEmpty());
    }
}
