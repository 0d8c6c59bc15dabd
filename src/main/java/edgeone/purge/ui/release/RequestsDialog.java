package edgeone.purge.ui.release;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.team.release.PurgeRequest;
import edgeone.purge.team.release.ReleaseException;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Decides requests: shows exactly what the chosen one asks, and releases it once the zone's name is
 * typed. What colleagues wrote is made visible.
 */
final class RequestsDialog {
    private final RequestsModel model;
    private final Formats formats;
    private final Dialogs dialogs;
    private final ListView<PurgeRequest> list = named("requests-list", new ListView<>());
    private final VBox details = named("requests-details", column(8));
    private final Label ask = wrapped("", "strong");
    private final TextField typed = named("requests-zone", new TextField());
    private final Button release = styled(named("requests-release", new Button()), "danger");
    private final Button decline = named("requests-decline", new Button());
    private final Label said = named("requests-said", wrapped(""));

    RequestsDialog(RequestsModel model, Formats formats, Dialogs dialogs) {
        this.model = model;
        this.formats = formats;
        this.dialogs = dialogs;
        RequestDetails shown = new RequestDetails(formats);
        list.setPrefHeight(110);
        list.setAccessibleText(formats.text("window.requests.title"));
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        chosen -> {
                            details.getChildren()
                                    .setAll(chosen == null ? List.of() : shown.of(chosen));
                            typed.clear();
                            String zone = chosen == null ? "" : zone(chosen);
                            ask.setText(
                                    chosen == null
                                            ? ""
                                            : formats.text("window.requests.type", zone));
                            typed.setAccessibleText(ask.getText());
                        });
        ask.setLabelFor(typed);
        release.setText(formats.text("window.requests.release"));
        decline.setText(formats.text("window.requests.decline"));
        release.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !mayRelease(),
                                typed.textProperty(),
                                list.getSelectionModel().selectedItemProperty()));
        decline.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        release.setOnAction(_ -> decide(true));
        decline.setOnAction(_ -> decide(false));
    }

    private static String zone(PurgeRequest request) {
        return request.purge().zone().label();
    }

    private boolean mayRelease() {
        PurgeRequest chosen = list.getSelectionModel().getSelectedItem();
        return chosen != null && !chosen.mine() && typed.getText().strip().equals(zone(chosen));
    }

    void show() {
        Dialog<ButtonType> dialog =
                dialogs.dialog(
                        formats.text("window.requests.title"),
                        column(12, list, details, ask, typed, row(8, release, decline), said),
                        dialogs.close());
        dialog.getDialogPane().setPrefWidth(620);
        Subscription watching = model.openProperty().subscribe(this::fill);
        dialog.addEventHandler(DialogEvent.DIALOG_HIDDEN, _ -> watching.unsubscribe());
        dialog.setOnShown(_ -> list.requestFocus());
        dialog.show();
    }

    /** Keeps what is chosen and typed while other requests come and go. */
    private void fill(List<PurgeRequest> open) {
        PurgeRequest before = list.getSelectionModel().getSelectedItem();
        if (open.equals(list.getItems())) {
            return;
        }
        list.getItems().setAll(open);
        PurgeRequest same =
                open.stream()
                        .filter(r -> before != null && r.id().equals(before.id()))
                        .findFirst()
                        .orElse(open.isEmpty() ? null : open.getFirst());
        list.getSelectionModel().select(same);
    }

    private void decide(boolean released) {
        PurgeRequest chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        Runnable done =
                () ->
                        said.setText(
                                formats.text(
                                        released
                                                ? "window.requests.released"
                                                : "window.requests.declined",
                                        chosen.id()));
        if (released) {
            model.release(chosen, done, this::failed);
        } else {
            model.decline(chosen, done, this::failed);
        }
    }

    private void failed(Exception trouble) {
        said.setText(
                trouble instanceof ReleaseException known
                        ? known.text(formats.messages())
                        : VisibleText.of(String.valueOf(trouble.getMessage())));
    }

    private final class Cell extends ListCell<PurgeRequest> {
        @Override
        protected void updateItem(@Nullable PurgeRequest request, boolean empty) {
            super.updateItem(request, empty);
            setText(
                    request == null || empty
                            ? null
                            : formats.text(
                                    "window.requests.row",
                                    request.id(),
                                    zone(request),
                                    request.who(),
                                    formats.text("window.requests.state." + request.state())));
        }
    }
}
