package edgeone.purge.ui.accounts;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.AccountColour;
import edgeone.purge.accounts.AccountException;
import edgeone.purge.accounts.AccountProblem;
import edgeone.purge.accounts.Site;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

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
    private final CheckBox temporary = new CheckBox();
    private final PasswordField token = new PasswordField();
    private final TextField expiry = new TextField();
    private final ComboBox<StoreKind> store = new ComboBox<>();
    private final ComboBox<AccountColour> colour = new ComboBox<>();
    private final ComboBox<SafetyLevel> safety = new ComboBox<>();
    private final ComboBox<String> zone = new ComboBox<>();
    private final TextField region = new TextField();

    /**
     * @param before the account to change; null for a new one
     */
    AccountForm(Formats formats, @Nullable Account before, AccountsViewModel model) {
        this.formats = formats;
        this.before = before;
        getStyleClass().add("card");
        Label title =
                new Label(
                        before == null
                                ? formats.text("window.accounts.new")
                                : formats.text("window.accounts.change", before.name()));
        title.getStyleClass().addAll("title", "elastic");
        getChildren().add(title);
        offer(model);
        Fields fields = new Fields(formats);
        fields.add("account-name", "window.accounts.name", name);
        fields.add("account-site", "window.accounts.site", site);
        Label siteWhat = explained("account-site-what", fields, site);
        var ownUrl = fields.add("account-url", "window.accounts.url", url);
        fields.add("account-id", "window.accounts.secret-id", secretId);
        fields.add("account-key", "window.accounts.key", key);
        temporary.setText(formats.text("window.accounts.temporary"));
        fields.wide("account-temporary", temporary);
        var ownToken = fields.add("account-token", "window.accounts.token", token);
        var ownExpiry = fields.add("account-expiry", "window.accounts.expiry", expiry);
        fields.add("account-store", "window.accounts.store", store);
        if (!model.hasKeychain()) {
            fields.remark("window.accounts.no-keychain");
        }
        fields.add("account-colour", "window.accounts.colour", colour);
        fields.add("account-safety", "window.accounts.safety", safety);
        Label safetyWhat = explained("account-safety-what", fields, safety);
        if (before != null && before.safety().isLoweredAt(formats.now())) {
            fields.remark(
                    "window.accounts.lowered",
                    formats.when(Objects.requireNonNull(before.safety().until())),
                    formats.text("window.accounts.safety." + before.safety().standing().label()));
        }
        fields.add("account-zone", "window.accounts.zone", zone);
        fields.add("account-region", "window.accounts.region", region);
        explained("account-region-what", fields, region)
                .setText(formats.text("window.accounts.region-what"));
        getChildren().add(fields);
        site.valueProperty().subscribe(s -> ownUrl.show(OWN.equals(s)));
        site.valueProperty().map(this::siteWhat).orElse("").subscribe(siteWhat::setText);
        safety.valueProperty().map(this::safetyWhat).orElse("").subscribe(safetyWhat::setText);
        temporary
                .selectedProperty()
                .subscribe(
                        on -> {
                            ownToken.show(on);
                            ownExpiry.show(on);
                        });
        fill(model);
    }

    /** A line below a field that says what it is for, to the eye and to a screen reader. */
    private static Label explained(String id, Fields fields, Control field) {
        Label line = fields.line();
        line.setId(id);
        field.accessibleHelpProperty().bind(line.textProperty());
        return line;
    }

    private String siteWhat(String value) {
        return formats.text("window.accounts.site-what." + value);
    }

    private String safetyWhat(SafetyLevel level) {
        return formats.text("window.accounts.safety-what." + level.label());
    }

    private void offer(AccountsViewModel model) {
        Fields.offer(site, List.of("cn", "intl", OWN), this::siteName);
        Fields.offer(
                colour,
                List.of(AccountColour.values()),
                c -> formats.text("window.accounts.colour." + c.label()));
        colour.setCellFactory(_ -> new ColourCell(formats));
        colour.setButtonCell(new ColourCell(formats));
        Fields.offer(
                safety,
                List.of(SafetyLevel.values()),
                s -> formats.text("window.accounts.safety." + s.label()));
        safety.setCellFactory(
                _ ->
                        new ExplainedCell<>(
                                s -> formats.text("window.accounts.safety." + s.label()),
                                this::safetyWhat));
        site.setCellFactory(_ -> new ExplainedCell<>(this::siteName, this::siteWhat));
        Fields.offer(
                store, model.stores(), s -> formats.text("window.accounts.store." + s.label()));
        zone.setEditable(true);
        zone.setCellFactory(_ -> new ZoneIdCell());
        if (before != null && model.isUsed(before)) {
            model.session().zones().forEach(z -> zone.getItems().add(z.zoneId()));
        }
        url.setPromptText("https://");
        expiry.setPromptText("2026-01-31T12:00:00Z");
        zone.setPromptText("zone-…");
    }

    private String siteName(String value) {
        return formats.text("window.accounts.site." + value);
    }

    private void fill(AccountsViewModel model) {
        Account account = before;
        if (account == null) {
            site.setValue("cn");
            colour.setValue(model.freeColour());
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
        temporary.setSelected(account.hasToken());
        token.setPromptText(formats.text("window.accounts.unchanged"));
        expiry.setText(expiryBefore());
        store.setValue(account.store());
        colour.setValue(account.colour());
        safety.setValue(account.safety().effectiveLevel(formats.now()));
        zone.setValue(Objects.requireNonNullElse(account.defaultZone(), ""));
        region.setText(Objects.requireNonNullElse(account.region(), ""));
    }

    private String expiryBefore() {
        Instant end = before == null ? null : before.tokenExpiry();
        return end == null ? "" : end.toString();
    }

    /**
     * What was entered.
     *
     * @throws DateTimeException the token's end is no time
     */
    AccountEntry entry() {
        String end = temporary.isSelected() ? expiry.getText().strip() : "";
        return new AccountEntry(
                name.getText(),
                OWN.equals(site.getValue()) ? url.getText() : site.getValue(),
                secretId.getText(),
                end.isEmpty() ? null : Instant.parse(end),
                colour.getValue(),
                safety.getValue(),
                zone.getEditor().getText(),
                region.getText(),
                store.getValue());
    }

    /**
     * Whether a key is to be stored: always for a new account, else where anything of it changed.
     */
    boolean hasKey() {
        return before == null
                || !key.getText().isEmpty()
                || (temporary.isSelected() && !token.getText().isEmpty())
                || temporary.isSelected() != before.hasToken()
                || (temporary.isSelected() && !expiry.getText().strip().equals(expiryBefore()))
                || !secretId.getText().equals(before.secretId())
                || store.getValue() != before.store();
    }

    /** Takes the key out of the form. */
    Secret takeKey() {
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

    /** Empties the fields that nobody may find filled later. */
    void forgetKey() {
        key.clear();
        token.clear();
    }

    /** Puts the keyboard where typing starts. */
    void focus() {
        name.requestFocus();
    }

    /** Marks the fields that are wrong and goes to the first of them. */
    void mark(@Nullable Exception trouble) {
        List<AccountProblem> problems =
                trouble instanceof AccountException wrong ? wrong.problems() : List.of();
        List<Control> odd = problems.stream().map(this::fieldOf).filter(Objects::nonNull).toList();
        for (Control control : List.of(name, url, secretId, key, token, expiry)) {
            Fields.mark(control, odd.contains(control));
        }
        if (!odd.isEmpty()) {
            odd.getFirst().requestFocus();
        }
    }

    /** Marks the token's end, which is no time. */
    void markExpiry() {
        Fields.mark(expiry, true);
        expiry.requestFocus();
    }

    private @Nullable Control fieldOf(AccountProblem problem) {
        return switch (problem) {
            case NAME_BLANK, NAME_PADDED, NAME_TOO_LONG, NAME_ODD, NAME_TAKEN, NAME_RESERVED ->
                    name;
            case ENDPOINT_NOT_URL, ENDPOINT_HAS_MORE, ENDPOINT_NOT_SAFE -> url;
            case ID_BLANK, ID_PADDED, ID_ODD, ID_IS_A_KEY -> secretId;
            case KEY_BLANK, KEY_PADDED, KEY_ODD, KEY_IS_AN_ID, SECRET_MISSING -> key;
            case TOKEN_BLANK, TOKEN_PADDED, TOKEN_ODD -> token;
            case TOKEN_EXPIRED -> expiry;
            case NO_SUCH_ACCOUNT,
                    NO_DEFAULT,
                    NO_KEY_FOR_ENDPOINT,
                    ENVIRONMENT_HALF_SET,
                    SAFETY_NAME_NOT_TYPED,
                    SAFETY_NAME_MISTYPED,
                    SAFETY_TIME_OUT_OF_BOUNDS ->
                    null;
        };
    }
}
