package edgeone.purge.ui.accounts;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.Accounts;
import edgeone.purge.accounts.check.CamPolicy;
import edgeone.purge.accounts.imports.ImportReport;
import edgeone.purge.ui.kit.Copying;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The dialogs of the Accounts screen. */
final class AccountDialogs {
    private static final List<Long> MINUTES = List.of(15L, 60L, 480L, 1_440L, 10_080L);

    private final Formats formats;
    private final Dialogs dialogs;

    AccountDialogs(Formats formats, Dialogs dialogs) {
        this.formats = formats;
        this.dialogs = dialogs;
    }

    /** Asks before removing an account. Cancel is the default. */
    void remove(Account account, Runnable confirmed) {
        ButtonType go = new ButtonType(formats.text("window.accounts.remove"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog =
                dialogs.dialog(
                        formats.text("window.accounts.remove"),
                        label(formats.text("window.accounts.remove-what", account.name())),
                        go,
                        dialogs.cancel());
        Button button = (Button) dialog.getDialogPane().lookupButton(go);
        button.setId("account-remove-go");
        button.getStyleClass().add("danger");
        onPressed(dialog, go, confirmed);
    }

    /** Asks for the account's name, and for how long to lower its safety level. */
    void lower(Account account, Consumer<Lowering> confirmed) {
        TextField typed = new TextField();
        typed.setId("account-lower-name");
        typed.setAccessibleText(formats.text("window.accounts.lower-name", account.name()));
        ComboBox<Long> time = new ComboBox<>();
        time.setId("account-lower-time");
        time.setAccessibleText(formats.text("window.accounts.lower-time"));
        Fields.offer(time, MINUTES, m -> formats.text("window.accounts.for." + m));
        time.setValue(60L);
        ButtonType go = new ButtonType(formats.text("window.accounts.lower"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog =
                dialogs.dialog(
                        formats.text("window.accounts.lower"),
                        new VBox(
                                8,
                                label(formats.text("window.accounts.lower-what")),
                                label(formats.text("window.accounts.lower-name", account.name())),
                                typed,
                                label(formats.text("window.accounts.lower-time")),
                                time),
                        go,
                        dialogs.cancel());
        Button button = (Button) dialog.getDialogPane().lookupButton(go);
        button.setId("account-lower-go");
        button.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !typed.getText().strip().equals(account.name()),
                                typed.textProperty()));
        Dialogs.pressOnEnter(dialog, go);
        dialog.setOnShown(_ -> typed.requestFocus());
        onPressed(
                dialog,
                go,
                () ->
                        confirmed.accept(
                                new Lowering(
                                        typed.getText(), Duration.ofMinutes(time.getValue()))));
    }

    /** Shows the CAM policies, ready to copy. */
    void policy() {
        VBox content = new VBox(8);
        for (CamPolicy.Role role : CamPolicy.Role.values()) {
            String json = CamPolicy.json(role, List.of());
            TextArea area = new TextArea(json);
            area.setEditable(false);
            area.setPrefRowCount(6);
            area.setAccessibleText(formats.text("window.accounts.role." + role.name()));
            area.getStyleClass().add("mono");
            content.getChildren()
                    .addAll(
                            new HBox(
                                    10,
                                    title(formats.text("window.accounts.role." + role.name())),
                                    Copying.link(formats.messages(), () -> json)),
                            label(formats.text(role.key())),
                            area);
        }
        Dialog<ButtonType> dialog =
                dialogs.dialog(formats.text("window.accounts.policy"), content, closing());
        dialog.getDialogPane().setPrefWidth(640);
        dialog.show();
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("title");
        return label;
    }

    /**
     * Asks before starting a new encrypted file. Cancel is the default.
     *
     * @param names the accounts whose keys are in the old file
     */
    void forget(List<String> names, Runnable confirmed) {
        ButtonType go =
                new ButtonType(formats.text("window.accounts.forget-go"), ButtonData.OK_DONE);
        VBox content = new VBox(8, label(formats.text("window.accounts.forget-what")));
        if (!names.isEmpty()) {
            content.getChildren()
                    .add(
                            label(
                                    formats.text(
                                            "window.accounts.forget-whose",
                                            String.join(", ", names))));
        }
        Dialog<ButtonType> dialog =
                dialogs.dialog(
                        formats.text("window.accounts.forget"), content, go, dialogs.cancel());
        Button button = (Button) dialog.getDialogPane().lookupButton(go);
        button.setId("passphrase-forget-go");
        button.getStyleClass().add("danger");
        onPressed(dialog, go, confirmed);
    }

    /** Tells where the old file is and what to do next. */
    void forgotten(Accounts.Forgotten forgotten) {
        StringBuilder text = new StringBuilder();
        text.append(
                forgotten.setAside() == null
                        ? formats.text("window.accounts.forgotten-nothing")
                        : formats.text(
                                "window.accounts.forgotten", forgotten.setAside().toString()));
        if (!forgotten.accounts().isEmpty()) {
            text.append("\n\n")
                    .append(
                            formats.text(
                                    "window.accounts.enter-anew",
                                    String.join(", ", forgotten.accounts())));
        }
        dialogs.say(formats.text("window.accounts.forget"), text.toString());
    }

    /** Offers the keys that were found, and closes the report at the end. */
    void imports(ImportReport report, AccountsViewModel model) {
        VBox content = new ImportList(formats, report, model);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(300);
        Dialog<ButtonType> dialog =
                dialogs.dialog(formats.text("window.accounts.import"), scroll, closing());
        dialog.setOnHidden(_ -> report.close());
        dialog.show();
    }

    private ButtonType closing() {
        return new ButtonType(formats.text("window.dialog.close"), ButtonData.CANCEL_CLOSE);
    }

    private static void onPressed(Dialog<ButtonType> dialog, ButtonType go, Runnable action) {
        dialog.setResultConverter(pressed -> pressed);
        dialog.resultProperty()
                .subscribe(
                        pressed -> {
                            if (pressed == go) {
                                action.run();
                            }
                        });
        dialog.show();
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
