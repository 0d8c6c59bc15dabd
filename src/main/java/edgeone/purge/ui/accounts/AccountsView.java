package edgeone.purge.ui.accounts;

import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.accounts.Account;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.ui.accounts.form.AccountEntry;
import edgeone.purge.ui.accounts.form.AccountForm;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Fxml;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.ErrorPane;
import edgeone.purge.ui.shell.screen.ScreenView;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;

/** The accounts, and beside them the selected or a new one. */
final class AccountsView implements ScreenView {
    private final AccountsViewModel model;
    private final Formats formats;
    private final AccountDialogs asking;
    private final Dialogs dialogs;
    private final Parent root;
    private final AccountTable table;
    private final AccountSide shown;
    private final Subscription watching;

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
        importing.setOnAction(_ -> importKeys());
        policy.setOnAction(_ -> showPolicies());
        demo.setOnAction(_ -> model.switching().useDemo());
        forget.setOnAction(_ -> askToForget());
        save.setOnAction(_ -> save());
        save.disableProperty().bind(model.busyProperty());
        cancel.setOnAction(_ -> close(null));
        shown = new AccountSide(side, scroll, save, cancel, formats);
        table =
                new AccountTable(
                        list, placeholder, model, formats, this::choose, this::askToRemove);
        watching =
                model.accounts()
                        .subscribe(this::showAccounts)
                        .and(model.troubleProperty().subscribe(this::showTrouble))
                        .and(model.check().resultProperty().subscribe(this::showCheck));
        showAccounts();
        if (model.isAdding()) {
            shown.show(panel(null));
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void close() {
        watching.unsubscribe();
        table.close();
    }

    @Override
    public void focus() {
        table.focus();
    }

    private AccountPanel panel(@Nullable Account account) {
        return new AccountPanel(model, formats, account, this::askToRemove);
    }

    /** Keeps the selection and, if the account has not changed, what was typed. */
    private void showAccounts() {
        toggle(forget, !model.inEncryptedFile().isEmpty());
        Account chosen =
                model.accounts().stream()
                        .filter(a -> a.id().equals(model.chosenId()))
                        .findFirst()
                        .orElse(null);
        AccountPanel panel = shown.panel();
        if (chosen != null) {
            table.select(chosen);
            choose(chosen);
        } else if (panel == null || panel.account() != null) {
            shown.show(null);
        }
    }

    private void choose(Account account) {
        boolean another = !account.id().equals(model.chosenId());
        model.choose(account.id());
        if (another) {
            model.check().drop();
            model.forgetTrouble();
        }
        AccountPanel panel = shown.panel();
        if (panel == null || !account.equals(panel.account())) {
            shown.show(panel(account));
        }
    }

    void importKeys() {
        model.lookForImports(r -> asking.imports(r, model));
    }

    void showPolicies() {
        asking.policy();
    }

    void startAdding() {
        model.startAdding();
        table.clearSelection();
        model.forgetTrouble();
        AccountPanel fresh = panel(null);
        shown.show(fresh);
        fresh.form().focus();
    }

    /**
     * Drops what was typed.
     *
     * @param saved the account to show next; null for the one before
     */
    private void close(@Nullable Account saved) {
        AccountPanel panel = shown.panel();
        Account before = panel == null ? null : panel.account();
        shown.show(null);
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

    private void showCheck(AccountCheck.@Nullable Result result) {
        AccountPanel panel = shown.panel();
        if (panel != null) {
            panel.showCheck(result);
            shown.scrollToTop();
        }
    }

    private void showTrouble(@Nullable Exception trouble) {
        troubleSlot.getChildren().clear();
        toggle(troubleSlot, trouble != null);
        AccountPanel panel = shown.panel();
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

    /** Asks whether to start a new encrypted file. */
    void askToForget() {
        asking.forget(
                model.inEncryptedFile().stream().map(Account::name).toList(),
                () -> model.forgetPassphrase(asking::forgotten));
    }

    private void askToRemove(Account account) {
        asking.remove(account, () -> model.remove(account));
    }

    private void save() {
        AccountPanel panel = shown.panel();
        if (panel == null) {
            return;
        }
        AccountForm form = panel.form();
        Account before = panel.account();
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
            model.add(entry, form.takeKey(), saved -> saved(panel, saved));
        } else if (model.wouldLower(before, entry)) {
            asking.lower(before, lowering -> change(panel, before, entry, lowering));
        } else {
            change(panel, before, entry, null);
        }
    }

    private void change(
            AccountPanel panel, Account before, AccountEntry entry, @Nullable Lowering lowering) {
        AccountForm form = panel.form();
        Secret secret = form.hasKey() ? form.takeKey() : null;
        model.edit(before, entry, secret, lowering, saved -> saved(panel, saved));
    }

    /** Leaves the form that was saved; one that was opened meanwhile stays. */
    private void saved(AccountPanel panel, Account account) {
        if (shown.panel() == panel) {
            close(account);
        }
    }
}
