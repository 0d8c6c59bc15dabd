package edgeone.purge.ui.guard;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.engine.guard.Countdown;
import edgeone.purge.messages.Shown;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.stage.Window;
import javafx.util.Duration;

import java.util.function.LongSupplier;

/** Counts down before a purge leaves. Any key or button that closes it stops the purge. */
final class CountdownDialog {
    private static final Duration TICK = Duration.millis(100);

    private final Formats formats;
    private final Dialogs dialogs;
    private final LongSupplier nanos;
    private final Label left = named("countdown-left", wrapped("", "title"));
    private final ProgressBar bar = styled(named("countdown-bar", new ProgressBar(0)), "bar");
    private final Timeline ticking = new Timeline();

    CountdownDialog(Formats formats, Dialogs dialogs, LongSupplier nanos) {
        this.formats = formats;
        this.dialogs = dialogs;
        this.nanos = nanos;
        bar.setMaxWidth(Double.MAX_VALUE);
    }

    /**
     * Shows it, or runs {@code ended} at once if there is nothing to count.
     *
     * @param doing what will be done
     * @param ended called once the time has passed and nothing stopped it
     */
    void show(String doing, java.time.Duration length, Runnable ended) {
        Countdown countdown = new Countdown(length, nanos);
        if (countdown.hasEnded()) {
            ended.run();
            return;
        }
        ButtonType stop =
                new ButtonType(formats.text("window.guard.stop"), ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog =
                dialogs.dialog(
                        formats.text("window.guard.title"),
                        column(
                                12,
                                left,
                                bar,
                                wrapped(formats.text("window.guard.what", new Shown(doing))),
                                wrapped(formats.text("window.guard.nothing-left"), "muted")),
                        stop);
        Button button = (Button) dialog.getDialogPane().lookupButton(stop);
        button.setId("countdown-stop");
        ticking.getKeyFrames()
                .setAll(new KeyFrame(TICK, _ -> tick(countdown, dialog, button, ended)));
        ticking.setCycleCount(Animation.INDEFINITE);
        dialog.addEventHandler(DialogEvent.DIALOG_HIDDEN, _ -> ticking.stop());
        dialog.setOnShown(_ -> button.requestFocus());
        tell(countdown, button);
        dialog.show();
        ticking.play();
    }

    private void tick(Countdown countdown, Dialog<?> dialog, Button stop, Runnable ended) {
        Window owner = dialog.getOwner();
        if (!dialog.isShowing() || (owner != null && !owner.isShowing())) {
            ticking.stop();
        } else if (countdown.hasEnded()) {
            ticking.stop();
            dialog.close();
            ended.run();
        } else {
            tell(countdown, stop);
        }
    }

    private void tell(Countdown countdown, Button stop) {
        String seconds = formats.text("window.guard.left", countdown.secondsLeft());
        if (!seconds.equals(left.getText())) {
            left.setText(seconds);
            bar.setAccessibleText(seconds);
            stop.setAccessibleText(stop.getText() + ". " + seconds);
        }
        bar.setProgress(countdown.passed());
    }
}
