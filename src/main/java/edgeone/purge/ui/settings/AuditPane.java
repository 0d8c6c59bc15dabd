package edgeone.purge.ui.settings;

import edgeone.purge.ui.kit.Copying;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Checks that nobody changed the history, and gives the hash to keep elsewhere. */
final class AuditPane extends VBox {
    private static final String HASH_OR_NOTHING = "\\s*([0-9a-fA-F]{64})?\\s*";

    AuditPane(Formats formats, SettingsViewModel model) {
        super(8);
        Label what = new Label(formats.text("settings.audit-what"));
        what.setWrapText(true);
        what.getStyleClass().add("muted");
        Fields fields = new Fields(formats, SettingsView.NAMES_WIDTH);
        TextField kept = new TextField();
        kept.getStyleClass().add("mono");
        kept.setPromptText(formats.text("settings.audit-kept-hint"));
        fields.add("settings-audit-kept", "settings.audit-kept", kept);
        Button verify = new Button(formats.text("settings.audit-verify"));
        verify.setId("settings-audit-verify");
        verify.disableProperty()
                .bind(
                        model.busyProperty()
                                .or(
                                        Bindings.createBooleanBinding(
                                                () -> !kept.getText().matches(HASH_OR_NOTHING),
                                                kept.textProperty())));
        verify.setOnAction(_ -> model.verify(kept.getText()));
        kept.textProperty().subscribe(text -> Fields.mark(kept, !text.matches(HASH_OR_NOTHING)));
        Button head = new Button(formats.text("settings.audit-head"));
        head.setId("settings-audit-head");
        head.disableProperty().bind(model.busyProperty());
        head.setOnAction(_ -> model.head(Copying::copy));
        getChildren().addAll(what, fields, new FlowPane(8, 8, verify, head));
    }
}
