package edgeone.purge.ui.inspector.lookup;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.named;

import edgeone.purge.model.call.Call;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.util.Subscription;

import java.util.function.Consumer;

/** Takes an error code, a reply or a RequestId, and shows at once what it came to. */
public final class LookUpDialog {
    private static final double HEIGHT = 300;
    private static final double WIDTH = 680;

    private final Formats formats;
    private final Dialogs dialogs;
    private final LookUpModel model;
    private final Consumer<Call> openCall;
    private final Consumer<String> openJob;

    /**
     * @param openCall shows a call
     * @param openJob shows the job of an ID
     */
    public LookUpDialog(
            Formats formats,
            Dialogs dialogs,
            LookUpModel model,
            Consumer<Call> openCall,
            Consumer<String> openJob) {
        this.formats = formats;
        this.dialogs = dialogs;
        this.model = model;
        this.openCall = openCall;
        this.openJob = openJob;
    }

    /**
     * Opens.
     *
     * @param text what to look up first; empty for nothing
     */
    public void open(String text) {
        TextArea pasted = named("lookup-text", new TextArea(text));
        pasted.setPrefRowCount(3);
        pasted.setWrapText(true);
        pasted.setAccessibleText(formats.text("inspector.lookup.what"));
        Label what = label(formats.text("inspector.lookup.what"));
        what.setLabelFor(pasted);
        AnswerPane answer =
                new AnswerPane(
                        formats,
                        call -> {
                            pasted.getScene().getWindow().hide();
                            openCall.accept(call);
                        },
                        job -> {
                            pasted.getScene().getWindow().hide();
                            openJob.accept(job);
                        });
        ScrollPane scroll = new ScrollPane(answer.root());
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        Dialog<ButtonType> dialog =
                dialogs.dialog(
                        formats.text("inspector.lookup.title"),
                        column(8, what, pasted, scroll),
                        dialogs.close());
        dialog.getDialogPane().setPrefWidth(WIDTH);
        pasted.textProperty().subscribe((_, now) -> model.look(now));
        Subscription watching =
                model.answerProperty()
                        .subscribe(
                                found -> {
                                    if (found == null) {
                                        answer.clear();
                                    } else {
                                        answer.show(found);
                                    }
                                })
                        .and(
                                model.troubleProperty()
                                        .subscribe(
                                                why -> {
                                                    if (why != null) {
                                                        answer.fail(why);
                                                    }
                                                }));
        dialog.addEventHandler(DialogEvent.DIALOG_HIDDEN, _ -> watching.unsubscribe());
        dialog.setOnShown(_ -> pasted.requestFocus());
        model.look(text);
        dialog.show();
    }
}
