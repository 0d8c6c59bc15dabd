package edgeone.purge.ui.accounts;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.ConnectionText;
import edgeone.purge.accounts.Secret;
import edgeone.purge.ui.kit.Columns;
import edgeone.purge.ui.kit.Dialogs;
import edgeone.purge.ui.kit.ErrorPane;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Fxml;
import edgeone.purge.ui.kit.Troubles;

import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The accounts, and beside them the one that is chosen or new. */
final class AccountsView {
    private final AccountsViewModel model;
    private final Formats formats;
    private final Dialogs dialogs;
    private final AccountDialogs asking;
    private final Parent root;
    private final List<Subscription> watching = new ArrayList<>();
    private boolean adding;

    @FXML private Button add;
    @FXML private Button importing;
    @FXML private Button policy;
    @FXML private Button demo;
    @FXML private VBox troubleSlot;
    @FXML private TableView<Account> list;
    @FXML private VBox sideContent;
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
        setUpList();
        watching.add(model.accounts().subscribe(this::showChosen));
        watching.add(model.loadedProperty().subscribe(_ -> showPlaceholder()));
        watching.add(model.troubleProperty().subscribe(this::showTrouble));
        watching.add(model.testedProperty().subscribe(_ -> showChosen()));
        watching.add(model.session().signedInProperty().subscribe(_ -> list.refresh()));
        showChosen();
    }

    Parent root() {
        return root;
    }

    void close() {
        watching.forEach(Subscription::unsubscribe);
        list.setItems(FXCollections.emptyObservableList());
    }

    void focus() {
        list.requestFocus();
    }

    private void setUpList() {
        List<TableColumn<Account, Account>> columns =
                List.of(
                        Columns.text(formats.text("window.accounts.name"), 150, this::marked),
                        Columns.text(
                                formats.text("window.accounts.site"), 130, a -> a.site().label()),
                        Columns.text(
                                formats.text("window.accounts.store"),
                                110,
                                a -> formats.text("window.accounts.store." + a.store().label())),
                        Columns.text(
                                formats.text("window.accounts.safety"),
                                150,
                                a ->
                                        formats.text(
                                                "window.accounts.safety."
                                                        + a.safety()
                                                                .effectiveLevel(formats.now())
                                                                .label())));
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
                                adding = false;
                                model.forgetTest();
                            }
                            showChosen();
                        });
    }

    private String marked(Account account) {
        String name = account.name();
        if (account.isDefault()) {
            name = formats.text("window.accounts.is-default", name);
        }
        return model.isUsed(account) ? formats.text("window.accounts.is-used", name) : name;
    }

    private void startAdding() {
        adding = true;
        list.getSelectionModel().clearSelection();
        showChosen();
    }

    private void showPlaceholder() {
        if (!model.loadedProperty().get()) {
            placeholder.getChildren().setAll(new Label(formats.text("window.accounts.loading")));
            return;
        }
        Label title = new Label(formats.text("window.accounts.empty"));
        title.getStyleClass().add("title");
        Label teach = wrapped("window.accounts.teach");
        Button first = button("account-first", "window.accounts.add", this::startAdding);
        Button tryIt = button("account-try", "window.accounts.demo", model::useDemo);
        placeholder.getChildren().setAll(title, teach, first, tryIt);
    }

    private void showTrouble(@Nullable Exception trouble) {
        troubleSlot.getChildren().clear();
        if (trouble != null) {
            troubleSlot
                    .getChildren()
                    .add(
                            new ErrorPane(
                                    formats.messages(), Troubles.of(formats.messages(), trouble)));
        }
    }

    private void showChosen() {
        Account chosen = list.getSelectionModel().getSelectedItem();
        List<Node> parts = new ArrayList<>();
        if (chosen != null) {
            parts.add(actions(chosen));
            AccountsViewModel.Tested tested = model.testedProperty().get();
            if (tested != null && tested.account().equals(chosen.name())) {
                parts.add(report(tested));
            }
        }
        if (chosen != null || adding) {
            parts.add(form(chosen));
        }
        sideContent.getChildren().setAll(parts);
    }

    private FlowPane actions(Account account) {
        FlowPane actions =
                new FlowPane(
                        8,
                        8,
                        button("account-use", "window.accounts.use", () -> model.use(account)),
                        button("account-test", "window.accounts.test", () -> model.test(account)),
                        button(
                                "account-default",
                                "window.accounts.default",
                                () -> model.makeDefault(account)),
                        button(
                                "account-remove",
                                "window.accounts.remove",
                                () -> asking.remove(account, () -> model.remove(account))));
        Region strip = new Region();
        strip.setStyle("-fx-background-color: " + AccountColours.of(account.colour()) + ";");
        strip.setMinSize(18, 18);
        strip.setAccessibleText(
                formats.text(
                        "window.accounts.colour."
                                + account.colour().name().toLowerCase(Locale.ROOT)));
        actions.getChildren().addFirst(strip);
        return actions;
    }

    private Node report(AccountsViewModel.Tested tested) {
        Exception trouble = tested.trouble();
        if (trouble != null) {
            return new ErrorPane(formats.messages(), Troubles.of(formats.messages(), trouble));
        }
        VBox card = new VBox(4);
        card.setId("account-report");
        card.getStyleClass().add("card");
        if (tested.report() != null) {
            for (String line : new ConnectionText(formats.messages()).lines(tested.report())) {
                Label label = new Label(line);
                label.setWrapText(true);
                card.getChildren().add(label);
            }
        }
        return card;
    }

    private AccountForm form(@Nullable Account before) {
        AccountForm form = new AccountForm(formats, before, model);
        form.saveButton().setOnAction(_ -> save(form, before));
        form.saveButton().disableProperty().bind(model.busyProperty());
        return form;
    }

    private void save(AccountForm form, @Nullable Account before) {
        AccountEntry entry;
        try {
            entry = form.entry();
        } catch (DateTimeException e) {
            dialogs.say(
                    formats.text("window.accounts.save"),
                    formats.text("window.accounts.expiry-odd"));
            return;
        }
        if (before == null) {
            model.add(entry, form.takeKey(), _ -> added(form));
        } else if (model.wouldLower(before, entry)) {
            asking.lower(before, lowering -> change(form, before, entry, lowering));
        } else {
            change(form, before, entry, null);
        }
    }

    private void change(
            AccountForm form, Account before, AccountEntry entry, @Nullable Lowering lowering) {
        Secret secret = form.hasKey() ? form.takeKey() : null;
        model.edit(before, entry, secret, lowering, _ -> added(form));
    }

    private void added(AccountForm form) {
        form.forgetKey();
        adding = false;
        showChosen();
    }

    private Label wrapped(String key) {
        Label label = new Label(formats.text(key));
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(formats.text(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
