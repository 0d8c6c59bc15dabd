package edgeone.purge.ui.history.list;

import edgeone.purge.engine.sync.SyncReport;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.trouble.Troubles;
import edgeone.purge.ui.shell.sync.SyncState;
import edgeone.purge.ui.shell.sync.Syncs;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.UnaryOperator;

/**
 * Reads what others purged, and says in one line what came of it. What was not asked for and
 * brought nothing is not told.
 */
public final class SyncLine {
    private final Formats formats;
    private final Button button = new Button();
    private final Label line = new Label();
    private final HBox root = new HBox(8, button, line);
    private final Subscription watching;

    public SyncLine(Syncs syncs, Formats formats) {
        this.formats = formats;
        String name = formats.text("window.sync.name");
        button.setId("sync");
        button.setGraphic(new FontIcon("fth-download-cloud"));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> syncs.ask());
        line.setId("sync-line");
        line.getStyleClass().add("muted");
        line.setMinWidth(0);
        root.setAlignment(Pos.CENTER_LEFT);
        watching = syncs.stateProperty().subscribe(this::show);
    }

    public Node root() {
        return root;
    }

    public void close() {
        watching.unsubscribe();
    }

    /** Whether it can be asked for now. */
    public boolean mayAsk() {
        return !button.isDisabled();
    }

    private void show(SyncState state) {
        button.setDisable(state.running() && state.asked());
        String text = text(state);
        line.setText(text);
        line.setTooltip(text.isEmpty() ? null : new Tooltip(text));
        Boxes.toggle(line, !text.isEmpty());
    }

    private String text(SyncState state) {
        Exception trouble = state.trouble();
        SyncReport report = state.report();
        if (trouble != null) {
            return formats.text(
                    "window.sync.failed",
                    Troubles.of(formats.messages(), trouble, UnaryOperator.identity()).what());
        }
        if (state.running()) {
            return state.asked() ? formats.text("window.sync.running") : "";
        }
        if (report == null || (!state.asked() && report.added() == 0)) {
            return "";
        }
        String done = formats.text("window.sync.done", report.added(), report.known());
        return report.later() == 0
                ? done
                : done + " " + formats.text("window.sync.later", report.later());
    }
}
