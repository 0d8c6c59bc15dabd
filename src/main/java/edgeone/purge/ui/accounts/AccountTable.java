package edgeone.purge.ui.accounts;

import edgeone.purge.accounts.Account;
import edgeone.purge.messages.Shown;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.ui.kit.Columns;
import edgeone.purge.ui.kit.Formats;

import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.util.List;
import java.util.function.Consumer;

/** The table of accounts. */
final class AccountTable {
    private final TableView<Account> table;
    private final VBox placeholder;
    private final AccountsViewModel model;
    private final Formats formats;
    private final Consumer<Account> remove;
    private final Subscription watching;

    /**
     * @param table from FXML
     * @param placeholder from FXML; shown instead of rows
     * @param choose receives the account that was selected
     * @param remove asks whether to remove an account
     */
    AccountTable(
            TableView<Account> table,
            VBox placeholder,
            AccountsViewModel model,
            Formats formats,
            Consumer<Account> choose,
            Consumer<Account> remove) {
        this.table = table;
        this.placeholder = placeholder;
        this.model = model;
        this.formats = formats;
        this.remove = remove;
        addColumns();
        table.setPlaceholder(placeholder);
        table.setAccessibleText(formats.text("window.rail.accounts"));
        table.setItems(model.accounts());
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        chosen -> {
                            if (chosen != null) {
                                choose.accept(chosen);
                            }
                        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        watching =
                model.loadedProperty()
                        .subscribe(this::showPlaceholder)
                        .and(model.switching().signedInProperty().subscribe(_ -> table.refresh()));
    }

    private void addColumns() {
        List<TableColumn<Account, Account>> columns =
                List.of(
                        Columns.text(formats.text("window.accounts.name"), 140, this::marked),
                        Columns.text(
                                formats.text("window.accounts.site"),
                                95,
                                a -> siteName(a.site().label()),
                                a -> a.site().endpoint().url()),
                        Columns.whole(
                                formats.text("window.accounts.store"),
                                105,
                                a -> formats.text("window.accounts.store." + a.store().label())),
                        Columns.whole(formats.text("window.accounts.safety"), 130, this::safetyOf));
        columns.getFirst().setCellFactory(_ -> new NameCell(this::marked));
        table.getColumns().setAll(columns);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    }

    private void pressed(KeyEvent event) {
        Account chosen = table.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> model.switching().use(chosen);
            case DELETE -> remove.accept(chosen);
            default -> {}
        }
    }

    /** The name of an official site, else its URL. */
    private String siteName(String label) {
        return switch (label) {
            case "cn", "intl" -> formats.text("window.accounts.site." + label);
            default -> label;
        };
    }

    private String safetyOf(Account account) {
        String level =
                formats.text(
                        "window.accounts.safety."
                                + account.safety().effectiveLevel(formats.now()).label());
        return account.safety().isLoweredAt(formats.now())
                ? formats.text("window.accounts.is-lowered", level)
                : level;
    }

    private String marked(Account account) {
        String name = VisibleText.of(account.name());
        if (account.isDefault()) {
            name = formats.text("window.accounts.is-default", new Shown(name));
        }
        return model.switching().isUsed(account)
                ? formats.text("window.accounts.is-used", new Shown(name))
                : name;
    }

    private void showPlaceholder(boolean loaded) {
        if (!loaded) {
            placeholder.getChildren().setAll(new Label(formats.text("window.accounts.loading")));
            return;
        }
        Label title = new Label(formats.text("window.accounts.empty"));
        title.getStyleClass().add("title");
        Label teach = new Label(formats.text("window.accounts.teach"));
        teach.setWrapText(true);
        teach.getStyleClass().add("muted");
        placeholder.getChildren().setAll(title, teach);
    }

    void select(Account account) {
        table.getSelectionModel().select(account);
    }

    void clearSelection() {
        table.getSelectionModel().clearSelection();
    }

    void focus() {
        table.requestFocus();
    }

    void close() {
        watching.unsubscribe();
        table.setItems(FXCollections.emptyObservableList());
    }
}
