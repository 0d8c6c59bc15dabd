package edgeone.purge.ui.kit.table;

import edgeone.purge.messages.Messages;
import edgeone.purge.ui.kit.Copying;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lets rows of a table be copied, by menu and by key. */
public final class TableCopy {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private TableCopy() {}

    /** Something that can be copied of a row. */
    public record Item<S>(String key, Function<S, String> text) {}

    /** The first item is what the key copies. */
    public static <S> void on(TableView<S> table, Messages messages, List<Item<S>> items) {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        ContextMenu menu = new ContextMenu();
        for (Item<S> item : items) {
            MenuItem entry = new MenuItem(messages.text(item.key()));
            entry.setOnAction(_ -> copy(table, item));
            menu.getItems().add(entry);
        }
        table.setContextMenu(menu);
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (COPY.match(event)) {
                        copy(table, items.getFirst());
                        event.consume();
                    }
                });
    }

    private static <S> void copy(TableView<S> table, Item<S> item) {
        Copying.copy(
                table.getSelectionModel().getSelectedItems().stream()
                        .map(item.text())
                        .collect(Collectors.joining("\n")));
    }
}
