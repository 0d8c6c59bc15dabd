package edgeone.purge.ui.purge;

import edgeone.purge.model.TargetCounts;
import edgeone.purge.ui.kit.ErrorPane;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Fxml;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.shell.Run;
import edgeone.purge.ui.shell.RunState;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** How the purge that was submitted goes. */
final class RunPane {
    private static final List<String> TONES =
            List.of("success-text", "warning-text", "danger-text");

    private final Formats formats;
    private final RunTexts texts;
    private final Navigator navigator;
    private final Parent root;
    private final Timeline ticking;
    private @Nullable Run run;
    private Subscription watching = Subscription.EMPTY;

    @FXML private Label title;
    @FXML private ProgressBar bar;
    @FXML private Label headline;
    @FXML private Label counts;
    @FXML private Label requests;
    @FXML private Label pause;
    @FXML private Label clock;
    @FXML private VBox trouble;
    @FXML private Button cancel;
    @FXML private Hyperlink show;

    RunPane(Formats formats, Navigator navigator, Runnable onCancel) {
        this.formats = formats;
        this.navigator = navigator;
        texts = new RunTexts(formats);
        root = Fxml.load(this, formats.messages());
        ticking = new Timeline(new KeyFrame(Duration.millis(100), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        cancel.setOnAction(
                _ -> {
                    onCancel.run();
                    update();
                });
        show.setOnAction(_ -> openHistory());
        watch(null);
    }

    Parent root() {
        return root;
    }

    void watch(@Nullable Run next) {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        run = next;
        toggle(root, next != null);
        if (next != null) {
            watching = next.stateProperty().subscribe(_ -> update());
        } else {
            ticking.stop();
        }
    }

    private void update() {
        Run current = run;
        if (current == null) {
            return;
        }
        RunState state = current.state();
        TargetCounts targets = state.counts();
        title.setText(
                formats.text(
                        state.phase() == RunState.Phase.SENDING
                                ? "window.run.titleSending"
                                : "window.run.titleSent"));
        int done = targets.settled() + targets.unknown();
        bar.setProgress(targets.total() == 0 ? 0 : (double) done / targets.total());
        bar.setAccessibleText(formats.text("window.run.bar", done, targets.total()));
        RunTexts.Headline said = texts.headline(current);
        headline.setText(said.text());
        headline.getStyleClass().removeAll(TONES);
        if (!said.tone().isEmpty()) {
            headline.getStyleClass().add(said.tone());
        }
        text(counts, texts.counts(targets));
        text(requests, state.batches() == 0 ? "" : texts.requests(state));
        text(clock, texts.clock(state));
        boolean sending = state.phase() == RunState.Phase.SENDING;
        toggle(cancel, sending);
        cancel.setDisable(current.canceled());
        toggle(show, state.jobId() != null);
        showTrouble(state);
        tick();
        if (state.phase() == RunState.Phase.ENDED) {
            ticking.stop();
        } else {
            ticking.play();
        }
    }

    private void showTrouble(RunState state) {
        Exception cause =
                state.trouble() != null
                        ? state.trouble()
                        : state.result() == null ? null : state.result().lastTrouble();
        toggle(trouble, cause != null);
        trouble.getChildren().clear();
        if (cause != null) {
            trouble.getChildren().add(new ErrorPane(formats.messages(), formats.trouble(cause)));
        }
    }

    private void tick() {
        Run current = run;
        if (current != null) {
            text(pause, texts.pause(current.state()));
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

    private static void toggle(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
