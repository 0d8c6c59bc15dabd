package edgeone.purge.app.window;

import edgeone.purge.journal.file.MigrationWatch;
import edgeone.purge.journal.file.StoppedException;
import edgeone.purge.messages.Messages;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.application.Platform;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Says over the window that the journal is being migrated, if that takes a while. The migration
 * ends with the window; the next start begins it again.
 */
final class UpdatingDialog implements MigrationWatch {
    private static final long PATIENCE_NANOS = Duration.ofMillis(500).toNanos();
    private static final double WIDTH = 460;

    private final javafx.stage.Stage window;
    private final Messages messages;
    private final Dialogs dialogs;
    private final Label text = Boxes.label("", "muted");
    private final ProgressBar bar = Boxes.styled(new ProgressBar(), "bar", "busy");
    private final AtomicReference<@Nullable News> untold = new AtomicReference<>();
    private volatile boolean closed;
    private long begun;
    private @Nullable Dialog<ButtonType> dialog;
    private boolean over;

    /** What was heard last. */
    private record News(MigrationWatch.Stage stage, int done, int total) {}

    UpdatingDialog(javafx.stage.Stage window, Messages messages, Dialogs dialogs) {
        this.window = window;
        this.messages = messages;
        this.dialogs = dialogs;
        text.setId("updating-text");
        bar.setId("updating-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        window.showingProperty().subscribe(shown -> closed |= !shown);
    }

    @Override
    public void told(MigrationWatch.Stage stage, int done, int total) {
        if (closed) {
            throw new StoppedException();
        }
        long now = System.nanoTime();
        if (begun == 0) {
            begun = now;
        }
        if (now - begun >= PATIENCE_NANOS
                && untold.getAndSet(new News(stage, done, total)) == null) {
            Platform.runLater(this::show);
        }
    }

    private void show() {
        News news = untold.getAndSet(null);
        if (over || news == null) {
            return;
        }
        text.setText(
                messages.text(
                        "engine.migration." + news.stage().name(), news.done(), news.total()));
        bar.setProgress(
                news.total() == 0
                        ? ProgressBar.INDETERMINATE_PROGRESS
                        : (double) news.done() / news.total());
        bar.setAccessibleText(text.getText());
        if (dialog == null) {
            open();
        }
    }

    private void open() {
        ButtonType quit =
                new ButtonType(messages.text("window.updating.quit"), ButtonData.CANCEL_CLOSE);
        var content =
                Boxes.column(12, Boxes.wrapped(messages.text("window.updating.what")), bar, text);
        content.setPrefWidth(WIDTH);
        Dialog<ButtonType> shown =
                dialogs.dialog(messages.text("window.updating.title"), content, quit);
        shown.setOnHidden(
                _ -> {
                    if (!over) {
                        window.close();
                    }
                });
        dialog = shown;
        shown.show();
    }

    /** The journal is open, or will not be. On the JavaFX thread. */
    void end() {
        over = true;
        if (dialog != null) {
            dialog.close();
        }
    }
}
