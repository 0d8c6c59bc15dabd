package edgeone.purge.ui.history.export;

import static edgeone.purge.ui.kit.Boxes.growing;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.ui.history.export.ExportModel.Progress;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/** How far the export is, while one runs, with a button to cancel it. */
public final class ExportStrip {
    private final Formats formats;
    private final ProgressBar bar =
            growing(named("export-bar", styled(new ProgressBar(0), "bar", "busy")));
    private final Label text = named("export-text", new Label());
    private final Button cancel = unsqueezed(named("export-cancel", new Button()));
    private final HBox root = row(12, text, bar, cancel);
    private final Subscription watching;

    public ExportStrip(ExportModel model, Formats formats) {
        this.formats = formats;
        cancel.setText(formats.text("window.export.cancel"));
        cancel.setOnAction(
                _ -> {
                    cancel.setDisable(true);
                    model.cancel();
                });
        bar.setMaxWidth(Double.MAX_VALUE);
        watching = model.progressProperty().subscribe(this::show);
    }

    public Parent root() {
        return root;
    }

    /** Stops listening to the model. */
    public void close() {
        watching.unsubscribe();
    }

    private void show(@Nullable Progress progress) {
        toggle(root, progress != null);
        if (progress == null) {
            cancel.setDisable(false);
            return;
        }
        bar.setProgress(
                progress.total() == 0
                        ? ProgressBar.INDETERMINATE_PROGRESS
                        : (double) progress.rows() / progress.total());
        text.setText(
                formats.text(
                        "window.export.progress",
                        progress.rows(),
                        progress.total(),
                        VisibleText.of(String.valueOf(progress.file().getFileName()))));
        bar.setAccessibleText(text.getText());
    }
}
