package edgeone.purge.ui.guard;

import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.messages.Shown;
import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/**
 * Asks before a wide purge: says what it will do and, if required, has the zone's name typed.
 * Cancel is the default.
 */
final class Confirmation {
    private final Formats formats;
    private final Dialogs dialogs;

    Confirmation(Formats formats, Dialogs dialogs) {
        this.formats = formats;
        this.dialogs = dialogs;
    }

    /** Asks, and passes the consent to {@code confirmed} unless the user cancels. */
    void ask(AskedPurge purge, Consumer<Consent> confirmed) {
        String zone = purge.zone();
        Label what = label(formats.text("window.confirm.what", new Shown(purge.doing())), "title");
        Label reach = label(reach(purge.type(), zone), "muted");
        VBox content = new VBox(10, what, reach);
        TextField typed = new TextField();
        typed.setId("confirm-zone");
        boolean mustType = purge.needed() == ConsentNeeded.TYPED_ZONE;
        if (mustType) {
            Label ask = label(formats.text("window.confirm.type", zone), "strong");
            ask.setLabelFor(typed);
            typed.setAccessibleText(formats.text("window.confirm.type", zone));
            content.getChildren().addAll(ask, typed);
        }
        ButtonType go = new ButtonType(formats.text("window.confirm.go"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog =
                dialogs.dialog(formats.text("window.confirm.title"), content, go, dialogs.cancel());
        Button button = (Button) dialog.getDialogPane().lookupButton(go);
        button.setId("confirm-go");
        button.getStyleClass().add("danger");
        if (mustType) {
            button.disableProperty()
                    .bind(
                            Bindings.createBooleanBinding(
                                    () -> !typed.getText().strip().equals(zone),
                                    typed.textProperty()));
            dialog.setOnShown(_ -> typed.requestFocus());
        }
        dialog.setResultConverter(pressed -> pressed);
        dialog.resultProperty()
                .subscribe(
                        pressed -> {
                            if (pressed == go) {
                                confirmed.accept(
                                        new Consent(
                                                true, mustType ? typed.getText().strip() : null));
                            }
                        });
        dialog.show();
    }

    private String reach(PurgeType type, String zone) {
        return switch (type) {
            case ALL -> formats.text("window.confirm.all", zone);
            case HOST -> formats.text("window.confirm.host");
            case URL, PREFIX, CACHE_TAG, PREFETCH -> formats.text("window.confirm.other", zone);
        };
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
