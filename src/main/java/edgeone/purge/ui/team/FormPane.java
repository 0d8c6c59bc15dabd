package edgeone.purge.ui.team;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.secrets.StoreKind;
import edgeone.purge.settings.TeamSetting;
import edgeone.purge.team.db.TeamTrouble;
import edgeone.purge.team.desk.TeamTrial;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/** Address, user and password of the database. What was typed stays until it is kept. */
final class FormPane extends VBox {
    private final TeamViewModel model;
    private final Formats formats;
    private final TextField url = new TextField();
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final ComboBox<StoreKind> store = new ComboBox<>();
    private final Button connect;
    private final Button test;
    private final Button cancel;
    private final Button anyway;
    private final Label work = named("team-work", styled(new Label(), "muted"));
    private TeamEntry shown = TeamEntry.EMPTY;

    /**
     * @param line where it is said what came of it
     */
    FormPane(TeamViewModel model, Formats formats, Node line) {
        super(8);
        this.model = model;
        this.formats = formats;
        connect = button("connect", () -> model.setUp().connect(entry(), kind(), typed()));
        test = button("test", () -> model.setUp().test(entry(), typed()));
        cancel = button("cancel", model.setUp()::cancel);
        anyway = button("anyway", () -> model.setUp().keep(entry(), kind(), typed()));
        connect.getStyleClass().add("accent");
        Fields fields = new Fields(formats, TeamView.NAMES_WIDTH);
        fields.add("team-url", "team.window.url", url);
        url.setPromptText("postgresql://db.example.com/purges");
        fields.remark("team.window.url-what");
        fields.add("team-user", "team.window.user", user);
        user.setPromptText(formats.text("team.window.user-prompt"));
        fields.add("team-password", "team.window.password", password);
        Fields.offer(
                store, model.stores(), s -> formats.text("window.accounts.store." + s.label()));
        fields.add("team-store", "team.window.store", store);
        for (TextField field : new TextField[] {url, user, password}) {
            field.setOnAction(_ -> connect.fire());
            field.textProperty().subscribe(_ -> Fields.mark(field, false));
        }
        getChildren().addAll(fields, new FlowPane(8, 8, connect, test, cancel, work), line, anyway);
    }

    private Button button(String name, Runnable action) {
        Button button = named("team-" + name, new Button(formats.text("team.window." + name)));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** Follows the model until it is ended. */
    Subscription watching() {
        return model.settingProperty()
                .subscribe(this::show)
                .and(model.workProperty().subscribe(this::show))
                .and(model.saidProperty().subscribe(this::hear))
                .and(url.textProperty().subscribe(_ -> showPrompt()))
                .and(user.textProperty().subscribe(_ -> showPrompt()));
    }

    /** Shows what is set, unless something else is being typed. */
    private void show(@Nullable TeamSetting setting) {
        TeamEntry set = TeamEntry.of(setting);
        TeamEntry typed = entry();
        if (typed.equals(shown) || isSame(typed, set)) {
            fill(set);
            store.setValue(
                    setting == null
                            ? model.preferredStore()
                            : StoreKind.ofLabel(setting.store())
                                    .filter(model.stores()::contains)
                                    .orElseGet(model::preferredStore));
        }
        showPrompt();
    }

    private static boolean isSame(TeamEntry typed, TeamEntry set) {
        return typed.address().isPresent() && typed.address().equals(set.address());
    }

    private void fill(TeamEntry set) {
        shown = set;
        url.setText(set.url());
        user.setText(set.user());
    }

    private void showPrompt() {
        boolean given = model.isPasswordGiven();
        password.setDisable(given);
        String prompt =
                given
                        ? formats.text("team.window.password-given", TeamSetting.PASSWORD_VARIABLE)
                        : formats.text(
                                model.isPasswordKept(entry())
                                        ? "team.window.password-kept"
                                        : "team.window.password-none");
        password.setPromptText(prompt);
        password.setAccessibleHelp(prompt);
    }

    private void show(Work now) {
        connect.setDisable(now != Work.NONE);
        test.setDisable(now != Work.NONE);
        anyway.setDisable(now != Work.NONE);
        toggle(cancel, now.isCancelable());
        toggle(work, now.isCancelable());
        work.setText(now.isCancelable() ? formats.text("team.window.work." + now) : "");
    }

    private void hear(@Nullable Said said) {
        boolean refused = said instanceof Said.Connected(TeamTrial.Result r) && !r.isRight();
        toggle(anyway, refused);
        switch (said) {
            case Said.Wrong _ -> mark(url);
            case Said.Tested(TeamTrial.Result result) -> mark(result.trouble());
            case Said.Connected(TeamTrial.Result result) -> {
                if (result.isRight()) {
                    password.clear();
                }
                mark(result.trouble());
            }
            case Said.Done(Said.Part part, Said.Deed deed, String _) -> {
                if (part == Said.Part.FORM && deed != Said.Deed.STOPPED) {
                    password.clear();
                }
                if (deed == Said.Deed.LEFT) {
                    shown = entry();
                }
            }
            case Said.Sent _, Said.Failed _ -> {}
            case null -> {
                for (TextField field : new TextField[] {url, user, password}) {
                    Fields.mark(field, false);
                }
            }
        }
    }

    /** Marks the field that is wrong, and goes there. */
    private void mark(@Nullable TeamTrouble trouble) {
        if (trouble != null) {
            switch (trouble.kind()) {
                case UNREACHABLE,
                        SLOW,
                        CERTIFICATE,
                        NO_TLS,
                        NOT_POSTGRESQL,
                        OLD_SERVER,
                        NO_DATABASE,
                        ADDRESS ->
                        mark(url);
                case PASSWORD -> {
                    Fields.mark(user, true);
                    mark(password);
                }
                case LOCKED, SECRET -> mark(password);
                case NO_SCHEMA,
                        OLDER_SCHEMA,
                        NEWER_SCHEMA,
                        RIGHTS,
                        FULL,
                        READ_ONLY,
                        BROKEN,
                        CLOCK,
                        FAILED -> {}
            }
        }
    }

    private static void mark(TextField field) {
        Fields.mark(field, true);
        field.requestFocus();
    }

    private TeamEntry entry() {
        return new TeamEntry(url.getText(), user.getText());
    }

    private StoreKind kind() {
        return store.getValue();
    }

    private char[] typed() {
        return password.isDisabled() ? new char[0] : Fields.characters(password);
    }

    void focus() {
        url.requestFocus();
    }

    /** Forgets a password that was typed and not kept. */
    void forget() {
        password.clear();
    }
}
