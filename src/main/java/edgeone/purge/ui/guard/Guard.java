package edgeone.purge.ui.guard;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.engine.Consent;
import edgeone.purge.messages.Shown;
import edgeone.purge.model.PurgeMethod;
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
import java.util.function.LongSupplier;

/**
 * Asks before a purge that reaches far: says where and how, wants the zone's name typed, with
 * Cancel as the default, and counts down.
 */
final class Guard {
    private final Formats formats;
    private final Dialogs dialogs;
    private final LongSupplier nanos;

    /**
     * @param nanos the clock of the countdown, as {@link System#nanoTime()}
     */
    Guard(Formats formats, Dialogs dialogs, LongSupplier nanos) {
        this.formats = formats;
        this.dialogs = dialogs;
        this.nanos = nanos;
    }

    /**
     * Asks.
     *
     * @param confirmed receives the consent once the countdown has ended; never if anything else
     *     ends it
     */
    void ask(AskedPurge purge, Consumer<Consent> confirmed) {
        TextField typed = named("confirm-zone", new TextField());
        ButtonType go = new ButtonType(formats.text("window.confirm.go"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog =
                dialogs.dialog(
                        formats.text("window.confirm.title"),
                        content(purge, typed),
                        go,
                        dialogs.cancel());
        Button button = (Button) dialog.getDialogPane().lookupButton(go);
        button.setId("confirm-go");
        button.getStyleClass().add("danger");
        button.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !typed.getText().strip().equals(purge.zone()),
                                typed.textProperty()));
        dialog.setOnShown(_ -> typed.requestFocus());
        dialog.setResultConverter(pressed -> pressed);
        dialog.resultProperty()
                .subscribe(
                        pressed -> {
                            if (pressed == go) {
                                count(purge, new Consent(true, typed.getText().strip()), confirmed);
                            }
                        });
        dialog.show();
    }

    private VBox content(AskedPurge purge, TextField typed) {
        String type = formats.text("window.confirm.type", purge.zone());
        Label ask = wrapped(type, "strong");
        ask.setLabelFor(typed);
        typed.setAccessibleText(type);
        return column(
                10,
                wrapped(formats.text("window.confirm.what", new Shown(purge.doing())), "title"),
                named(
                        "confirm-where",
                        wrapped(formats.text("engine.guard.where", purge.zone(), purge.account()))),
                wrapped(formats.text("engine.guard.reach." + purge.reach(), purge.targets())),
                named(
                        "confirm-method",
                        wrapped(formats.text("engine.guard.method." + method(purge)))),
                wrapped(formats.text("window.guard.cannot-undo"), "muted"),
                ask,
                typed);
    }

    private static PurgeMethod method(AskedPurge purge) {
        PurgeMethod method = purge.method();
        return method == null ? PurgeMethod.INVALIDATE : method;
    }

    private void count(AskedPurge purge, Consent consent, Consumer<Consent> confirmed) {
        CountdownDialog countdown = new CountdownDialog(formats, dialogs, nanos);
        countdown.show(
                purge.doing(),
                purge.reach().countdown(purge.seconds()),
                () -> confirmed.accept(consent));
    }
}
