package edgeone.purge.ui.accounts;

import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.accounts.Account;
import edgeone.purge.messages.Shown;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.ui.kit.Columns;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Fxml;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.ErrorPane;
import edgeone.purge.ui.shell.screen.ScreenView;

import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/** The accounts, and beside them the one that is chosen or new. */
final class AccountsView implements ScreenView {
    /** What a scroll pane is higher than its content. */
    private static final double EDGES = 2;

    private final AccountsViewModel model;
    private final Formats formats;
    private final AccountDialogs asking;
    private final Dialogs dialogs;
    private final Parent root;
    private final List<Subscription> watching = new ArrayList<>();
    private @Nullable AccountPanel panel;

    @FXML private Button add;
    @FXML private Button importing;
    @FXML private Button policy;
    @FXML private Button demo;
    @FXML private Button forget;
    @FXML private VBox troubleSlot;
    @FXML private TableView<Account> list;
    @FXML private VBox side;
    @FXML private ScrollPane scroll;
    @FXML private Button save;
    @FXML private Button cancel;
    @FXML private VBox placeholder;

    AccountsView(AccountsViewModel model, Formats formats, Dialogs dialogs) {
        this.model = model;
        this.formats = formats;
        this.dialogs = dialogs;
        asking = new AccountDialogs(formats, dialogs);
        root = Fxml.load(this, formats.messages());
        add.setOnAction(_ -> startAdding());
        importing.setOnAction(_ -> model.lookForImports(r -> asking.imports(r, model)));
        policy.setOnAction(_ -> asking.policy());
        demo.setOnAction(_ -> model.useDemo());
        forget.setOnAction(_ -> askToForget());
        save.setOnAction(_ -> save());
        save.disableProperty().bind(model.busyProperty());
        cancel.setOnAction(_ -> close(null));
        side.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedInForm);
        setUpList();
        watching.add(model.accounts().subscribe(this::showAccounts));
        watching.add(model.loadedProperty().subscribe(_ -> showPlaceholder()));
        watching.add(model.troubleProperty().subscribe(this::showTrouble));
        watching.add(model.testedProperty().subscribe(this::showTest));
        watching.add(model.session().signedInProperty().subscribe(_ -> list.refresh()));
        showAccounts();
        if (model.isAdding()) {
            fill(new AccountPanel(model, formats, null, () -> {}));
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void close() {
        watching.forEach(Subscription::unsubscribe);
        list.setItems(FXCollections.emptyObservableList());
    }

    @Override
    public void focus() {
        list.requestFocus();
    }

    private void setUpList() {
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
        list.getColumns().setAll(columns);
        list.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        list.setPlaceholder(placeholder);
        list.setAccessibleText(formats.text("window.rail.accounts"));
        list.setItems(model.accounts());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        chosen -> {
                            if (chosen != null) {
                                choose(chosen);
                            }
                        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedInList);
    }

    private void pressedInList(KeyEvent event) {
        Account chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> model.use(chosen);
            case DELETE -> askToRemove(chosen);
            default -> {}
        }
    }

    private void pressedInForm(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> save.fire();
            case ESCAPE -> cancel.fire();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** The official sites by name, another by its URL. */
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
        return model.isUsed(account)
                ? formats.text("window.accounts.is-used", new Shown(name))
                : name;
    }

    /** Keeps what was chosen and, where that has not changed, what was typed. */
    private void showAccounts() {
        toggle(forget, model.usesEncryptedFile());
        Account chosen =
                model.accounts().stream()
                        .filter(a -> a.id().equals(model.chosenId()))
                        .findFirst()
                        .orElse(null);
        if (chosen != null) {
            list.getSelectionModel().select(chosen);
            choose(chosen);
        } else if (panel == null || panel.account() != null) {
            fill(null);
        }
    }

    private void choose(Account account) {
        boolean another = !account.id().equals(model.chosenId());
        model.choose(account.id());
        if (another) {
            model.forgetTest();
            model.forgetTrouble();
        }
        if (panel == null || !account.equals(panel.account())) {
            fill(new AccountPanel(model, formats, account, () -> askToRemove(account)));
        }
    }

    private void startAdding() {
        model.startAdding();
        list.getSelectionModel().clearSelection();
        model.forgetTrouble();
        AccountPanel fresh = new AccountPanel(model, formats, null, () -> {});
        fill(fresh);
        fresh.form().focus();
    }

    private void fill(@Nullable AccountPanel next) {
        if (panel != null) {
            panel.form().forgetKey();
        }
        panel = next;
        scroll.setContent(next);
        // The buttons follow the form, and stay in sight where it is longer than the window.
        if (next == null) {
            scroll.maxHeightProperty().unbind();
        } else {
            scroll.maxHeightProperty().bind(next.heightProperty().add(EDGES));
        }
        scroll.setVvalue(0);
        toggle(side, next != null);
        cancel.setText(
                formats.text(
                        next != null && next.account() == null
                                ? "window.dialog.cancel"
                                : "window.accounts.revert"));
    }

    /** Forgets what was typed; {@code saved} is what is shown then, null for what was before. */
    private void close(@Nullable Account saved) {
        Account before = panel == null ? null : panel.account();
        fill(null);
        model.forgetTrouble();
        if (saved != null) {
            model.choose(saved.id());
        } else if (before != null) {
            choose(before);
        } else {
            model.choose("");
            focus();
        }
    }

    private void showPlaceholder() {
        if (!model.loadedProperty().get()) {
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

    private void showTest(AccountsViewModel.@Nullable Tested tested) {
        if (panel != null) {
            panel.showTest(tested);
            scroll.setVvalue(0);
        }
    }

    private void showTrouble(@Nullable Exception trouble) {
        troubleSlot.getChildren().clear();
        toggle(troubleSlot, trouble != null);
        if (panel != null) {
            panel.form().mark(trouble);
        }
        if (trouble == null) {
            return;
        }
        ErrorPane pane = new ErrorPane(formats.messages(), formats.trouble(trouble));
        pane.getStyleClass().addAll("card", "problem");
        if (trouble instanceof SecretStoreException store && needsNewFile(store)) {
            Button anew = new Button(formats.text("window.accounts.forget"));
            anew.setId("passphrase-anew");
            anew.setOnAction(_ -> askToForget());
            pane.getChildren().add(anew);
        }
        troubleSlot.getChildren().add(pane);
    }

    private static boolean needsNewFile(SecretStoreException trouble) {
        return switch (trouble.reason()) {
            case PASSPHRASE_WRONG, FILE_DAMAGED -> true;
            default -> false;
        };
    }

    /** Asks whether a new encrypted file is to be started. */
    void askToForget() {
        List<String> names =
                model.accounts().stream()
                        .filter(a -> a.store() == StoreKind.FILE)
                        .map(Account::name)
                        .toList();
        asking.forget(names, () -> model.forgetPassphrase(asking::forgotten));
    }

    private void askToRemove(Account account) {
        asking.remove(account, () -> model.remove(account));
    }

    private void save() {
        AccountPanel shown = panel;
        if (shown == null) {
            return;
        }
        AccountForm form = shown.form();
        Account before = shown.account();
        form.mark(null);
        AccountEntry entry;
        try {
            entry = form.entry();
        } catch (DateTimeException e) {
            form.markExpiry();
            dialogs.say(
                    formats.text("window.accounts.save"),
                    formats.text("window.accounts.expiry-odd"));
            return;
        }
        if (before == null) {
            model.add(entry, form.takeKey(), this::close);
        } else if (model.wouldLower(before, entry)) {
            asking.lower(before, lowering -> change(form, before, entry, lowering));
        } else {
            change(form, before, entry, null);
        }
    }

    private void change(
            AccountForm form, Account before, AccountEntry entry, @Nullable Lowering lowering) {
        Secret secret = form.hasKey() ? form.takeKey() : null;
        model.edit(before, entry, secret, lowering, this::close);
    }
}
