package edgeone.purge.ui.accounts.form;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.AccountColour;
import edgeone.purge.accounts.AccountException;
import edgeone.purge.accounts.AccountProblem;
import edgeone.purge.accounts.Site;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.secrets.Secret;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.util.List;
import java.util.Objects;

/** The fields of one account. */
public final class AccountForm extends VBox {
    private static final String OWN = "own";

    private final Formats formats;
    private final Fields fields;
    private final KeyFields keys;
    private final TextField name = new TextField();
    private final ComboBox<String> site = new ComboBox<>();
    private final TextField url = new TextField();
    private final ComboBox<AccountColour> colour = new ComboBox<>();
    private final ComboBox<SafetyLevel> safety = new ComboBox<>();
    private final ComboBox<String> zone = new ComboBox<>();
    private final TextField region = new TextField();

    /**
     * @param before the account to change; null for a new one
     */
    public AccountForm(Formats formats, @Nullable Account before, FormOffer offer) {
        this.formats = formats;
        getStyleClass().add("card");
        Label title =
                new Label(
                        before == null
                                ? formats.text("window.accounts.new")
                                : formats.text("window.accounts.change", before.name()));
        title.getStyleClass().addAll("title", "elastic");
        fields = new Fields(formats);
        getChildren().addAll(title, fields);
        fields.add("account-name", "window.accounts.name", name);
        addSite();
        keys = new KeyFields(fields, formats, before, offer);
        addColour();
        addSafety(before);
        addZone(offer.zoneIds());
        fields.add("account-region", "window.accounts.region", region);
        explained("account-region-what", region)
                .setText(formats.text("window.accounts.region-what"));
        if (before == null) {
            site.setValue("cn");
            colour.setValue(offer.colour());
            safety.setValue(SafetyLevel.NORMAL);
        } else {
            fill(before);
        }
    }

    private void addSite() {
        Fields.offer(site, List.of("cn", "intl", OWN), this::siteName);
        site.setCellFactory(_ -> new ExplainedCell<>(this::siteName, this::siteWhat));
        url.setPromptText("https://");
        fields.add("account-site", "window.accounts.site", site);
        Label what = explained("account-site-what", site);
        var urlRow = fields.add("account-url", "window.accounts.url", url);
        site.valueProperty().subscribe(s -> urlRow.show(OWN.equals(s)));
        site.valueProperty().map(this::siteWhat).orElse("").subscribe(what::setText);
    }

    private void addColour() {
        Fields.offer(
                colour,
                List.of(AccountColour.values()),
                c -> formats.text("window.accounts.colour." + c.label()));
        colour.setCellFactory(_ -> new ColourCell(formats));
        colour.setButtonCell(new ColourCell(formats));
        fields.add("account-colour", "window.accounts.colour", colour);
    }

    private void addSafety(@Nullable Account before) {
        Fields.offer(safety, List.of(SafetyLevel.values()), this::safetyName);
        safety.setCellFactory(_ -> new ExplainedCell<>(this::safetyName, this::safetyWhat));
        fields.add("account-safety", "window.accounts.safety", safety);
        Label what = explained("account-safety-what", safety);
        safety.valueProperty().map(this::safetyWhat).orElse("").subscribe(what::setText);
        if (before != null && before.safety().isLoweredAt(formats.now())) {
            fields.remark(
                    "window.accounts.lowered",
                    formats.when(Objects.requireNonNull(before.safety().until())),
                    safetyName(before.safety().standing()));
        }
    }

    private void addZone(List<String> zoneIds) {
        zone.setEditable(true);
        zone.setCellFactory(_ -> new ZoneIdCell());
        zone.getItems().setAll(zoneIds);
        zone.setPromptText("zone-…");
        fields.add("account-zone", "window.accounts.zone", zone);
    }

    /** A line below a field that says what it is for, also to a screen reader. */
    private Label explained(String id, Control field) {
        Label line = fields.line();
        line.setId(id);
        field.accessibleHelpProperty().bind(line.textProperty());
        return line;
    }

    private String siteName(String value) {
        return formats.text("window.accounts.site." + value);
    }

    private String siteWhat(String value) {
        return formats.text("window.accounts.site-what." + value);
    }

    private String safetyName(SafetyLevel level) {
        return formats.text("window.accounts.safety." + level.label());
    }

    private String safetyWhat(SafetyLevel level) {
        return formats.text("window.accounts.safety-what." + level.label());
    }

    private void fill(Account account) {
        name.setText(account.name());
        boolean own = account.site() instanceof Site.Own;
        site.setValue(own ? OWN : account.site().label());
        url.setText(own ? account.site().label() : "");
        colour.setValue(account.colour());
        safety.setValue(account.safety().effectiveLevel(formats.now()));
        zone.setValue(Objects.requireNonNullElse(account.defaultZone(), ""));
        region.setText(Objects.requireNonNullElse(account.region(), ""));
    }

    /**
     * What was entered.
     *
     * @throws DateTimeException the token's expiry is not a time
     */
    public AccountEntry entry() {
        return new AccountEntry(
                name.getText(),
                OWN.equals(site.getValue()) ? url.getText() : site.getValue(),
                keys.id(),
                keys.tokenExpiry(),
                colour.getValue(),
                safety.getValue(),
                zone.getEditor().getText(),
                region.getText(),
                keys.store());
    }

    /** Whether there is a key to store: always for a new account, else if anything changed. */
    public boolean hasKey() {
        return keys.changed();
    }

    /** The key that was entered. The caller closes it. */
    public Secret takeKey() {
        return keys.take();
    }

    /** Empties the fields of secrets. */
    public void forgetKey() {
        keys.clear();
    }

    /** Puts the keyboard where typing starts. */
    public void focus() {
        name.requestFocus();
    }

    /** Marks the invalid fields and moves to the first of them. */
    public void mark(@Nullable Exception trouble) {
        List<AccountProblem> problems =
                trouble instanceof AccountException wrong ? wrong.problems() : List.of();
        List<Control> invalid =
                problems.stream().map(this::fieldOf).filter(Objects::nonNull).toList();
        for (Control control :
                List.of(name, url, keys.secretId, keys.key, keys.token, keys.expiry)) {
            Fields.mark(control, invalid.contains(control));
        }
        if (!invalid.isEmpty()) {
            invalid.getFirst().requestFocus();
        }
    }

    /** Marks the token's expiry as invalid. */
    public void markExpiry() {
        Fields.mark(keys.expiry, true);
        keys.expiry.requestFocus();
    }

    private @Nullable Control fieldOf(AccountProblem problem) {
        return switch (problem) {
            case NAME_BLANK, NAME_PADDED, NAME_TOO_LONG, NAME_ODD, NAME_TAKEN, NAME_RESERVED ->
                    name;
            case ENDPOINT_NOT_URL, ENDPOINT_HAS_MORE, ENDPOINT_NOT_SAFE -> url;
            case ID_BLANK, ID_PADDED, ID_ODD, ID_IS_A_KEY -> keys.secretId;
            case KEY_BLANK, KEY_PADDED, KEY_ODD, KEY_IS_AN_ID, SECRET_MISSING -> keys.key;
            case TOKEN_BLANK, TOKEN_PADDED, TOKEN_ODD -> keys.token;
            case TOKEN_EXPIRED -> keys.expiry;
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
