package edgeone.purge.ui.purge.form;

import edgeone.purge.model.NoteRule;
import edgeone.purge.ui.kit.Formats;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Why the purge is made, in one line; kept with the job. */
final class NoteField implements FormPart {
    private final PurgeForm form;
    private final TextField note = new TextField();
    private final HBox root;

    NoteField(Formats formats, PurgeForm form) {
        this.form = form;
        note.setId("purge-note");
        note.setPromptText(formats.text("window.purge.noteHint"));
        note.setTextFormatter(
                new TextFormatter<>(
                        change ->
                                change.getControlNewText().length() > NoteRule.LONGEST
                                        ? null
                                        : change));
        note.textProperty().bindBidirectional(form.noteProperty());
        Label title = Titles.of(formats.text("window.purge.note"), note);
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(note, Priority.ALWAYS);
        root = new HBox(8, title, note);
        root.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void lock(boolean locked) {
        note.setDisable(locked);
    }

    @Override
    public void close() {
        note.textProperty().unbindBidirectional(form.noteProperty());
    }
}
