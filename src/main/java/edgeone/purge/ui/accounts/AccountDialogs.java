package edgeone.purge.ui.accounts;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.AccountColour;
import edgeone.purge.accounts.CamPolicy;
import edgeone.purge.accounts.ImportReport;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.ui.kit.Copying;
import edgeone.purge.ui.kit.Dialogs;
import edgeone.purge.ui.kit.Formats;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What the screen asks before it acts, and what it shows to copy. */
final class AccountDialogs {
    private static final List<Long> MINUTES = List.of(15L, 60L, 480L, 1_440L, 10_080L);

    private final Formats formats;
    private final Dialogs dialogs;

    AccountDialogs(Formats formats, Dialogs dialogs) {
        this.formats = formats;
        this.dialogs = dialogs;
    }

    /** Asks before an account goes; Cancel is the default. */
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

    /** Asks for the account's name and for how long. */
    void lower(Account account, Consumer<Lowering> confirmed) {
        TextField typed = new TextField();
        typed.setId("account-lower-name");
        typed.setAccessibleText(formats.text("window.accounts.lower-name", account.name()));
        ComboBox<Long> time = new ComboBox<>();
        time.setId("account-lower-time");
        time.getItems().setAll(MINUTES);
        time.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Long minutes) {
                        return minutes == null
                                ? ""
                                : formats.text("window.accounts.minutes", minutes);
                    }

                    @Override
                    public Long fromString(String words) {
                        return MINUTES.getFirst();
                    }
                });
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
        onPressed(
                dialog,
                go,
                () ->
                        confirmed.accept(
                                new Lowering(
                                        typed.getText(), Duration.ofMinutes(time.getValue()))));
    }

    /** Shows the policies to copy. */
    void policy() {
        VBox content = new VBox(8);
        for (CamPolicy.Role role : CamPolicy.Role.values()) {
            String json = CamPolicy.json(role, List.of());
            TextArea area = new TextArea(json);
            area.setEditable(false);
            area.setPrefRowCount(5);
            area.getStyleClass().add("mono");
            content.getChildren()
                    .addAll(
                            label(formats.text(role.key())),
                            area,
                            Copying.link(formats.messages(), () -> json));
        }
        dialogs.dialog(formats.text("window.accounts.policy"), content, closing()).show();
    }

    /** Offers what was found; each is taken over with a click. */
    void imports(ImportReport report, AccountsViewModel model) {
        VBox content = new VBox(8);
        for (ImportReport.Found found : report.found()) {
            Button take =
                    new Button(
                            formats.text("window.accounts.take", found.name(), found.secretId()));
            take.setOnAction(
                    _ -> {
                        take.setDisable(true);
                        String region = found.region();
                        AccountEntry entry =
                                new AccountEntry(
                                        found.name(),
                                        found.site().label(),
                                        found.secretId(),
                                        found.tokenExpiry(),
                                        AccountColour.GREY,
                                        SafetyLevel.NORMAL,
                                        "",
                                        region == null ? "" : region,
                                        model.preferredStore());
                        model.add(entry, found.secret().copy(), _ -> {});
                    });
            content.getChildren().addAll(take, label(found.origin()));
        }
        if (report.found().isEmpty()) {
            content.getChildren().add(label(formats.text("window.accounts.nothing")));
        }
        report.skipped()
                .forEach(
                        s ->
                                content.getChildren()
                                        .add(label(formats.text(s.reason().key(), s.origin()))));
        Dialog<ButtonType> dialog =
                dialogs.dialog(formats.text("window.accounts.import"), content, closing());
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
