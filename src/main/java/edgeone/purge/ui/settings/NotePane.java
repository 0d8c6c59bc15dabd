package edgeone.purge.ui.settings;

import edgeone.purge.model.NoteRule;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Whether each purge needs a note that says why. */
final class NotePane extends VBox {
    private final CheckBox required = new CheckBox();
    private final TextField pattern = new TextField();

    NotePane(Formats formats, SettingsViewModel model) {
        super(8);
        required.setText(formats.text("settings.note-required"));
        required.setId("settings-note-required");
        Fields fields = new Fields(formats, SettingsView.NAMES_WIDTH);
        fields.add("settings-note-pattern", "settings.note-pattern", pattern);
        pattern.setPromptText("OPS-[0-9]+");
        pattern.disableProperty().bind(required.selectedProperty().not());
        fields.remark("settings.note-what");
        Button save = new Button(formats.text("settings.save"));
        save.setId("settings-note-save");
        save.setAccessibleText(formats.text("settings.note-save"));
        save.disableProperty().bind(model.busyProperty());
        save.setOnAction(
                _ ->
                        Fields.mark(
                                pattern,
                                !model.saveNoteRule(required.isSelected(), pattern.getText())));
        pattern.setOnAction(_ -> save.fire());
        getChildren().addAll(required, fields, save);
    }

    void show(NoteRule rule) {
        required.setSelected(rule.required());
        pattern.setText(rule.pattern() == null ? "" : rule.pattern());
    }
}
