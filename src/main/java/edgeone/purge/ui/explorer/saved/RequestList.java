package edgeone.purge.ui.explorer.saved;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.requests.SavedRequest;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.shortcuts.Keys;
import edgeone.purge.ui.shortcuts.WindowAction;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The dialog that lists the saved requests. */
final class RequestList {
    private static final double ROW_HEIGHT = 44;
    private static final int ROWS = 6;

    private final Formats formats;
    private final Dialogs dialogs;
    private final RequestShelf shelf;
    private final RequestDialogs questions;
    private final ListView<SavedRequest> list = named("saved-requests", new ListView<>());
    private final Label aside = named("saved-aside", wrapped("", "warning-text"));
    private final Button rename;
    private final Button delete;

    RequestList(Formats formats, Dialogs dialogs, RequestShelf shelf, RequestDialogs questions) {
        this.formats = formats;
        this.dialogs = dialogs;
        this.shelf = shelf;
        this.questions = questions;
        rename = button("saved-rename", "requests.window.rename", questions::rename);
        delete = button("saved-delete", "requests.window.delete", questions::delete);
    }

    private Button button(String id, String key, Consumer<SavedRequest> action) {
        Button button = named(id, new Button(formats.text(key)));
        button.setOnAction(_ -> chosen(action));
        return button;
    }

    void show(Consumer<SavedRequest> open) {
        list.setAccessibleText(formats.text("requests.window.list"));
        list.setFixedCellSize(ROW_HEIGHT);
        list.setPrefHeight(ROWS * ROW_HEIGHT + 2);
        list.setMinHeight(ROW_HEIGHT * 2);
        list.setCellFactory(_ -> new RequestCell());
        list.setPlaceholder(wrapped(formats.text("requests.window.empty"), "muted"));
        ButtonType go = new ButtonType(formats.text("requests.window.open.go"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog =
                dialogs.dialog(
                        formats.text("requests.window.title"),
                        column(8, aside, list, new FlowPane(8, 6, rename, delete)),
                        go,
                        dialogs.cancel());
        Dialogs.pressOnEnter(dialog, go);
        Button opening = (Button) dialog.getDialogPane().lookupButton(go);
        opening.setId("saved-open");
        opening.setOnAction(_ -> chosen(open));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        request -> {
                            opening.setDisable(request == null);
                            rename.setDisable(request == null);
                            delete.setDisable(request == null);
                        });
        Keys.on(list, WindowAction.OPEN_REQUEST, opening::fire);
        Keys.on(list, WindowAction.RENAME_REQUEST, rename::fire);
        Keys.on(list, WindowAction.DELETE_REQUEST, delete::fire);
        list.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        opening.fire();
                    }
                });
        Subscription watching =
                shelf.requestsProperty()
                        .subscribe(this::fill)
                        .and(shelf.setAsideProperty().subscribe(this::tellAside));
        dialog.addEventHandler(DialogEvent.DIALOG_HIDDEN, _ -> watching.unsubscribe());
        dialog.setOnShown(_ -> list.requestFocus());
        dialog.show();
        shelf.load(questions::tell);
    }

    private void fill(List<SavedRequest> requests) {
        int at = Math.max(0, list.getSelectionModel().getSelectedIndex());
        list.getItems().setAll(requests);
        if (!requests.isEmpty()) {
            list.getSelectionModel().select(Math.min(at, requests.size() - 1));
        }
    }

    private void tellAside(@Nullable Path file) {
        aside.setText(file == null ? "" : formats.text("requests.set-aside", String.valueOf(file)));
        toggle(aside, file != null);
    }

    private void chosen(Consumer<SavedRequest> action) {
        SavedRequest request = list.getSelectionModel().getSelectedItem();
        if (request != null) {
            action.accept(request);
        }
    }
}
