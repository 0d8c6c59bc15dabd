package edgeone.purge.ui.accounts;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.check.ConnectionText;
import edgeone.purge.ui.accounts.form.AccountForm;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.ErrorPane;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** One account: its actions, the result of its test, and its fields. */
final class AccountPanel extends VBox {
    private final AccountsViewModel model;
    private final Formats formats;
    private final @Nullable Account account;
    private final AccountForm form;
    private final VBox report = new VBox();

    /**
     * @param account null for a new one
     * @param remove asks whether to remove it
     */
    AccountPanel(
            AccountsViewModel model,
            Formats formats,
            @Nullable Account account,
            Consumer<Account> remove) {
        this.model = model;
        this.formats = formats;
        this.account = account;
        form = new AccountForm(formats, account, model.offer(account));
        getStyleClass().add("side-content");
        if (account != null) {
            getChildren().add(actions(account, remove));
        }
        report.managedProperty().bind(Bindings.isNotEmpty(report.getChildren()));
        getChildren().addAll(report, form);
        showCheck(model.check().resultProperty().get());
    }

    @Nullable Account account() {
        return account;
    }

    AccountForm form() {
        return form;
    }

    private FlowPane actions(Account chosen, Consumer<Account> remove) {
        Button use =
                button("account-use", "window.accounts.use", () -> model.switching().use(chosen));
        use.getStyleClass().add("accent");
        Button byDefault =
                button(
                        "account-default",
                        "window.accounts.default",
                        () -> model.makeDefault(chosen));
        byDefault.setVisible(!chosen.isDefault());
        byDefault.setManaged(!chosen.isDefault());
        FlowPane actions =
                new FlowPane(
                        6,
                        6,
                        use,
                        button(
                                "account-test",
                                "window.accounts.test",
                                () -> model.check().run(chosen)),
                        byDefault,
                        button(
                                "account-remove",
                                "window.accounts.remove",
                                () -> remove.accept(chosen)));
        use.disableProperty().bind(model.busyProperty());
        return actions;
    }

    /** Shows the result of a test if it is of this account, or that it is running. */
    void showCheck(AccountCheck.@Nullable Result result) {
        report.getChildren().clear();
        if (account == null || result == null || !result.accountId().equals(account.id())) {
            return;
        }
        Exception trouble = result.trouble();
        if (trouble != null) {
            report.getChildren().add(new ErrorPane(formats.messages(), formats.trouble(trouble)));
        } else if (result.report() == null) {
            report.getChildren().add(running());
        } else {
            VBox card = new VBox(4);
            card.setId("account-report");
            card.getStyleClass().addAll("card", result.report().signedIn() ? "sound" : "problem");
            for (String line : new ConnectionText(formats.messages()).lines(result.report())) {
                Label label = new Label(line);
                label.setWrapText(true);
                card.getChildren().add(label);
            }
            card.getChildren().getFirst().getStyleClass().add("strong");
            report.getChildren().add(card);
        }
    }

    private Node running() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(18, 18);
        HBox line = new HBox(8, turning, new Label(formats.text("window.accounts.testing")));
        line.getStyleClass().add("card");
        return line;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(formats.text(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
