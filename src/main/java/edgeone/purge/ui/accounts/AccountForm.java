package edgeone.purge.ui.accounts;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.AccountColour;
import edgeone.purge.accounts.Secret;
import edgeone.purge.accounts.Site;
import edgeone.purge.accounts.StoreKind;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The fields of one account. Keys are taken out of their fields as soon as they are read. */
final class AccountForm extends VBox {
    private static final String OWN = "own";

    private final Formats formats;
    private final @Nullable Account before;
    private final TextField name = new TextField();
    private final ComboBox<String> site = new ComboBox<>();
    private final TextField url = new TextField();
    private final TextField secretId = new TextField();
    private final PasswordField key = new PasswordField();
    private final PasswordField token = new PasswordField();
    private final TextField expiry = new TextField();
    private final ComboBox<StoreKind> store = new ComboBox<>();
    private final ComboBox<AccountColour> colour = new ComboBox<>();
    private final ComboBox<SafetyLevel> safety = new ComboBox<>();
    private final TextField zone = new TextField();
    private final TextField region = new TextField();
    private final Button save = new Button();

    /**
     * @param before the account to change; null for a new one
     */
    AccountForm(Formats formats, @Nullable Account before, AccountsViewModel model) {
        this.formats = formats;
        this.before = before;
        getStyleClass().add("card");
        setSpacing(6);
        Label title =
                new Label(
                        before == null
                                ? formats.text("window.accounts.new")
                                : formats.text("window.accounts.change", before.name()));
        title.getStyleClass().add("title");
        getChildren().add(title);
        choices(site, List.of("cn", "intl", OWN), s -> "window.accounts.site." + s);
        choices(
                colour,
                List.of(AccountColour.values()),
                c -> "window.accounts.colour." + c.label());
        choices(safety, List.of(SafetyLevel.values()), s -> "window.accounts.safety." + s.label());
        choices(store, stores(model), s -> "window.accounts.store." + s.label());
        field("account-name", "window.accounts.name", name);
        field("account-site", "window.accounts.site", site);
        add("account-url", "window.accounts.url", url);
        field("account-id", "window.accounts.secret-id", secretId);
        field("account-key", "window.accounts.key", key);
        field("account-token", "window.accounts.token", token);
        field("account-expiry", "window.accounts.expiry", expiry);
        field("account-store", "window.accounts.store", store);
        if (!model.hasKeychain()) {
            Label why = new Label(formats.text("window.accounts.no-keychain"));
            why.setWrapText(true);
            why.getStyleClass().addAll("muted", "small");
            getChildren().add(why);
        }
        field("account-colour", "window.accounts.colour", colour);
        field("account-safety", "window.accounts.safety", safety);
        field("account-zone", "window.accounts.zone", zone);
        field("account-region", "window.accounts.region", region);
        save.setText(formats.text("window.accounts.save"));
        save.setId("account-save");
        getChildren().add(save);
        site.valueProperty().subscribe(s -> url.setDisable(!OWN.equals(s)));
        fill(model);
    }

    private static List<StoreKind> stores(AccountsViewModel model) {
        return model.hasKeychain()
                ? List.of(StoreKind.values())
                : List.of(StoreKind.FILE, StoreKind.SESSION);
    }

    private void fill(AccountsViewModel model) {
        Account account = before;
        if (account == null) {
            site.setValue("cn");
            colour.setValue(AccountColour.BLUE);
            safety.setValue(SafetyLevel.NORMAL);
            store.setValue(model.preferredStore());
            return;
        }
        name.setText(account.name());
        boolean own = account.site() instanceof Site.Own;
        site.setValue(own ? OWN : account.site().label());
        url.setText(own ? account.site().label() : "");
        secretId.setText(account.secretId());
        key.setPromptText(formats.text("window.accounts.unchanged"));
        Instant end = account.tokenExpiry();
        expiry.setText(end == null ? "" : end.toString());
        store.setValue(account.store());
        colour.setValue(account.colour());
        safety.setValue(account.safety().effectiveLevel(formats.now()));
        String zoneId = account.defaultZone();
        zone.setText(zoneId == null ? "" : zoneId);
        String where = account.region();
        region.setText(where == null ? "" : where);
    }

    private void field(String id, String text, Control control) {
        add(id, text, control);
    }

    private void add(String id, String text, Control control) {
        control.setId(id);
        control.setMaxWidth(Double.MAX_VALUE);
        Label label = new Label(formats.text(text));
        label.setLabelFor(control);
        control.setAccessibleText(label.getText());
        getChildren().addAll(List.<Node>of(label, control));
    }

    private <T> void choices(ComboBox<T> box, List<T> values, Function<T, String> text) {
        box.getItems().setAll(values);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T value) {
                        return value == null ? "" : formats.text(text.apply(value));
                    }

                    @Override
                    public T fromString(String words) {
                        return values.getFirst();
                    }
                });
    }

    Button saveButton() {
        return save;
    }

    /**
     * What was entered.
     *
     * @throws DateTimeException the token's end is no time
     */
    AccountEntry entry() {
        String end = expiry.getText().strip();
        return new AccountEntry(
                name.getText(),
                OWN.equals(site.getValue()) ? url.getText() : site.getValue(),
                secretId.getText(),
                end.isEmpty() ? null : Instant.parse(end),
                colour.getValue(),
                safety.getValue(),
                zone.getText(),
                region.getText(),
                store.getValue());
    }

    /**
     * Whether a key is to be stored: always for a new account, else where anything of it changed.
     */
    boolean hasKey() {
        return before == null
                || !key.getText().isEmpty()
                || !token.getText().isEmpty()
                || !secretId.getText().equals(before.secretId())
                || store.getValue() != before.store();
    }

    /** Takes the key out of the form. */
    Secret takeKey() {
        char[] typed = characters(key);
        char[] typedToken = token.getText().isEmpty() ? null : characters(token);
        try {
            return new Secret(typed, typedToken);
        } finally {
            Arrays.fill(typed, '\0');
            if (typedToken != null) {
                Arrays.fill(typedToken, '\0');
            }
        }
    }

    /** Empties the fields that nobody may find filled later. */
    void forgetKey() {
        key.clear();
        token.clear();
    }

    private static char[] characters(PasswordField field) {
        CharSequence typed = field.getCharacters();
        char[] copy = new char[typed.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = typed.charAt(i);
        }
        return copy;
    }
}
