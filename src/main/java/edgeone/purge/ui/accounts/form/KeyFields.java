package edgeone.purge.ui.accounts.form;

import edgeone.purge.accounts.Account;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/**
 * The fields of an account's key: its id, the key itself, a temporary key's token and expiry, and
 * where the key is kept. Secrets leave their fields as soon as they are read.
 */
final class KeyFields {
    final TextField secretId = new TextField();
    final PasswordField key = new PasswordField();
    final PasswordField token = new PasswordField();
    final TextField expiry = new TextField();

    private final @Nullable Account before;
    private final CheckBox temporary = new CheckBox();
    private final ComboBox<StoreKind> store = new ComboBox<>();

    /**
     * Adds the fields to a form.
     *
     * @param before the account to change; null for a new one
     */
    KeyFields(Fields fields, Formats formats, @Nullable Account before, FormOffer offer) {
        this.before = before;
        Fields.offer(
                store, offer.stores(), s -> formats.text("window.accounts.store." + s.label()));
        expiry.setPromptText("2026-01-31T12:00:00Z");
        fields.add("account-id", "window.accounts.secret-id", secretId);
        fields.add("account-key", "window.accounts.key", key);
        temporary.setText(formats.text("window.accounts.temporary"));
        fields.wide("account-temporary", temporary);
        var tokenRow = fields.add("account-token", "window.accounts.token", token);
        var expiryRow = fields.add("account-expiry", "window.accounts.expiry", expiry);
        fields.add("account-store", "window.accounts.store", store);
        if (!offer.hasKeychain()) {
            fields.remark("window.accounts.no-keychain");
        }
        temporary
                .selectedProperty()
                .subscribe(
                        on -> {
                            tokenRow.show(on);
                            expiryRow.show(on);
                        });
        if (before == null) {
            store.setValue(offer.store());
        } else {
            fill(before, formats.text("window.accounts.unchanged"));
        }
    }

    private void fill(Account account, String unchanged) {
        secretId.setText(account.secretId());
        key.setPromptText(unchanged);
        temporary.setSelected(account.hasToken());
        token.setPromptText(unchanged);
        expiry.setText(expiryOf(account));
        store.setValue(account.store());
    }

    private static String expiryOf(Account account) {
        Instant expiry = account.tokenExpiry();
        return expiry == null ? "" : expiry.toString();
    }

    String id() {
        return secretId.getText();
    }

    StoreKind store() {
        return store.getValue();
    }

    /**
     * When the token expires; null if it was left empty or the key is permanent.
     *
     * @throws DateTimeException what was entered is not a time
     */
    @Nullable Instant tokenExpiry() {
        String entered = enteredExpiry();
        return entered.isEmpty() ? null : Instant.parse(entered);
    }

    private String enteredExpiry() {
        return temporary.isSelected() ? expiry.getText().strip() : "";
    }

    /** Whether there is a key to store: always for a new account, else if anything changed. */
    boolean changed() {
        return before == null
                || !key.getText().isEmpty()
                || (temporary.isSelected() && !token.getText().isEmpty())
                || temporary.isSelected() != before.hasToken()
                || (temporary.isSelected() && !enteredExpiry().equals(expiryOf(before)))
                || !id().equals(before.secretId())
                || store() != before.store();
    }

    /** What was entered as key and token. The caller closes it. */
    Secret take() {
        char[] typed = Fields.characters(key);
        char[] typedToken = temporary.isSelected() ? Fields.characters(token) : null;
        try {
            return new Secret(typed, typedToken);
        } finally {
            Arrays.fill(typed, '\0');
            if (typedToken != null) {
                Arrays.fill(typedToken, '\0');
            }
        }
    }

    /** Empties the fields of secrets. */
    void clear() {
        key.clear();
        token.clear();
    }
}
