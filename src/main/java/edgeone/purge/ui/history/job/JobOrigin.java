package edgeone.purge.ui.history.job;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.Provenance;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a job was submitted, by whom and where. All of it is text from outside. */
final class JobOrigin extends VBox {
    private final Formats formats;

    JobOrigin(Formats formats, Provenance of) {
        super(4);
        this.formats = formats;
        if (of.note() != null) {
            add("window.job.note", of.note()).setId("job-note");
        }
        String who =
                Stream.of(of.user(), of.host())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" @ "));
        if (!who.isEmpty()) {
            add("window.job.by", who);
        }
        if (of.keyEnd() != null) {
            add("window.job.keyEnd", "…" + of.keyEnd());
        }
        if (of.program() != null) {
            add("window.job.program", of.program());
        }
    }

    private Label add(String name, String text) {
        Label label = new Label(formats.text(name));
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        Label value = new Label(VisibleText.of(text));
        value.setWrapText(true);
        HBox.setHgrow(value, Priority.ALWAYS);
        getChildren().add(new HBox(6, label, value));
        return value;
    }
}
