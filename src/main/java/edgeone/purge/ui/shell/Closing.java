package edgeone.purge.ui.shell;

import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.shell.run.Run;
import edgeone.purge.ui.shell.run.Runs;

import javafx.animation.PauseTransition;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import java.util.List;

/** Closes the window without losing requests that have not been sent. */
final class Closing {
    /** How long to wait for answers to sent requests; the rest are looked up at the next start. */
    private static final Duration PATIENCE = Duration.seconds(10);

    private final Runs runs;
    private final Dialogs dialogs;
    private final Runnable close;

    Closing(Runs runs, Dialogs dialogs, Runnable close) {
        this.runs = runs;
        this.dialogs = dialogs;
        this.close = close;
    }

    /** Whether the window may close now; if not, a dialog asks first. */
    boolean mayClose() {
        List<Run> sending = runs.active().stream().filter(Run::sending).toList();
        if (sending.isEmpty()) {
            runs.keepAll();
            return true;
        }
        int left =
                sending.stream()
                        .map(Run::state)
                        .mapToInt(s -> s.batches() - s.settledBatches())
                        .sum();
        Label what = new Label(dialogs.text("window.closing.left", left));
        what.getStyleClass().add("title");
        what.setWrapText(true);
        Label kept = new Label(dialogs.text("window.closing.kept"));
        kept.setWrapText(true);
        ButtonType keep = new ButtonType(dialogs.text("window.closing.close"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog =
                dialogs.dialog(
                        dialogs.text("window.closing.title"),
                        new VBox(10, what, kept),
                        keep,
                        dialogs.cancel());
        dialog.resultProperty()
                .subscribe(
                        type -> {
                            if (type == keep) {
                                keepAndClose();
                            }
                        });
        dialog.show();
        return false;
    }

    private void keepAndClose() {
        runs.keepAll();
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(_ -> close.run());
        patience.play();
        runs.active()
                .subscribe(
                        () -> {
                            if (runs.active().stream().noneMatch(Run::sending)) {
                                patience.stop();
                                close.run();
                            }
                        });
    }
}
