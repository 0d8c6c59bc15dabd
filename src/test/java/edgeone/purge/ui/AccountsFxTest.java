package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.accounts.Account;
import edgeone.purge.messages.Language;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Manages accounts in the window, with the keys in a real encrypted file. */
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
final class AccountsFxTest {
    @TempDir Path home;
    @TempDir Path userHome;

    private LiveConsole live;
    private LiveAccounts accounts;
    private Stage stage;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        live = LiveConsole.of(home);
        accounts = new LiveAccounts(home, userHome, live);
        ConsoleWindow console =
                ConsoleWindow.open(
                        live.parts(
                                        new WindowSettings(
                                                Theme.LIGHT, Language.ENGLISH, "", 1_180, 760))
                                .withAccounts(accounts.access()),
                        stage);
        accounts.passphrases(console.passphrases());
    }

    @AfterEach
    void close() {
        accounts.close();
        live.close();
    }

    @Test
    void addsTheFirstAccountWithANewPassphraseAndUsesIt(FxRobot robot) throws Exception {
        goToAccounts(robot);
        picture("accounts-empty");
        fire(robot, "#account-add");
        type(robot, "#account-name", "shop");
        site(robot, "own");
        type(robot, "#account-url", accounts.endpoint());
        type(robot, "#account-id", LiveAccounts.ID);
        type(robot, "#account-key", LiveAccounts.KEY);
        assertThat(robot.lookup("#account-key").queryAs(TextField.class).getClass())
                .as("masked")
                .isEqualTo(javafx.scene.control.PasswordField.class);
        picture("accounts-new");
        fire(robot, "#account-save");
        passphrase(robot, "open sesame", "open sesame");
        Robots.waitFor(robot, "#accounts", t -> ((TableView<?>) t).getItems().size() == 1);
        Robots.waitFor(robot, "#account-use", b -> !b.isDisabled());
        assertThat(robot.lookup("#account-key").queryAs(TextField.class).getText()).isEmpty();
        assertThat(home.resolve("secrets.enc")).exists();
        fire(robot, "#account-use");
        Robots.waitFor(
                robot, "#account-chip", c -> ((Labeled) c).getText().startsWith("shop · http"));
        assertThat(stage.getScene().getRoot().getStyle()).contains("-account-colour: #0969da");
        fire(robot, "#account-test");
        Robots.waitFor(robot, "#account-report", Node::isVisible);
        assertThat(texts(robot, "#account-report .label"))
                .contains("The key is valid.", "Connected directly, without a proxy.");
        picture("accounts-tested");
        fire(robot, "#account-remove");
        Robots.waitFor(robot, "#account-remove-go", Node::isVisible);
        picture("accounts-remove");
        fire(robot, "#account-remove-go");
        Robots.waitFor(robot, "#accounts", t -> ((TableView<?>) t).getItems().isEmpty());
        assertThat(accounts.all()).isEmpty();
        Robots.waitFor(robot, "#linkText", l -> ((Label) l).getText().equals("Not signed in"));
    }

    @Test
    void anInvalidFieldIsExplainedAndMarked(FxRobot robot) throws Exception {
        goToAccounts(robot);
        fire(robot, "#account-add");
        type(robot, "#account-name", "shop");
        site(robot, "own");
        type(robot, "#account-url", "http://example.com");
        type(robot, "#account-id", LiveAccounts.ID);
        type(robot, "#account-key", LiveAccounts.ID);
        fire(robot, "#account-save");
        Robots.waitFor(robot, ".error-pane", Node::isVisible);
        assertThat(texts(robot, ".error-pane .label"))
                .anyMatch(t -> t.startsWith("Use https for http://example.com."));
        site(robot, "cn");
        fire(robot, "#account-save");
        Robots.waitUntil(
                () ->
                        texts(robot, ".error-pane .label").stream()
                                .anyMatch(t -> t.startsWith("This is a SecretId")));
        assertThat(robot.lookup("#account-key").query().getPseudoClassStates())
                .anyMatch(p -> p.getPseudoClassName().equals("danger"));
        assertThat(robot.lookup("#account-name").queryAs(TextField.class).getText())
                .as("what was typed stays")
                .isEqualTo("shop");
        picture("accounts-wrong");
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    void aFormOpenedWhileAnotherIsSavedStays(FxRobot robot) throws Exception {
        added("shop", StoreKind.SESSION);
        goToAccounts(robot);
        select(robot, 0);
        Robots.waitFor(robot, "#account-name", Node::isVisible);
        robot.interact(
                () -> {
                    robot.lookup("#account-name").queryAs(TextField.class).setText("store");
                    robot.lookup("#account-save").queryAs(ButtonBase.class).fire();
                    robot.lookup("#account-add").queryAs(ButtonBase.class).fire();
                    robot.lookup("#account-name").queryAs(TextField.class).setText("another");
                });
        Robots.waitFor(
                robot,
                "#accounts",
                n ->
                        ((TableView<?>) n)
                                .getItems().stream()
                                        .anyMatch(a -> ((Account) a).name().equals("store")));
        assertThat(robot.lookup("#account-name").queryAs(TextField.class).getText())
                .isEqualTo("another");
        assertThat(robot.lookup("#account-key").tryQuery()).as("a new account's form").isPresent();
        assertThat(robot.lookup("#accounts").queryTableView().getSelectionModel().isEmpty())
                .isTrue();
    }

    @Test
    void typingTheNameLowersTheLevel(FxRobot robot) throws Exception {
        Account shop = added("shop", StoreKind.SESSION);
        accounts.accounts()
                .book()
                .changeSafety(
                        shop.id(),
                        edgeone.purge.model.SafetyLevel.READ_ONLY,
                        null,
                        java.time.Duration.ZERO,
                        _ -> {});
        goToAccounts(robot);
        select(robot, 0);
        robot.interact(
                () -> {
                    @SuppressWarnings("unchecked")
                    ComboBox<Object> box = robot.lookup("#account-safety").queryAs(ComboBox.class);
                    box.setValue(edgeone.purge.model.SafetyLevel.NORMAL);
                });
        fire(robot, "#account-save");
        Robots.waitFor(robot, "#account-lower-name", Node::isVisible);
        assertThat(robot.lookup("#account-lower-go").query().isDisabled()).isTrue();
        type(robot, "#account-lower-name", "shop");
        picture("accounts-lower");
        fire(robot, "#account-lower-go");
        Robots.waitUntil(() -> accounts.lowerings().size() == 1);
        Robots.waitUntil(
                () ->
                        texts(robot, ".fields .label").stream()
                                .anyMatch(t -> t.startsWith("Lowered until")));
        picture("accounts-lowered");
    }

    @Test
    void thePassphraseDialogHelpsWithAForgottenPassphrase(FxRobot robot) throws Exception {
        accounts.passphrases(_ -> "nobody remembers".toCharArray());
        added("shop", StoreKind.FILE);
        LiveAccounts nextRun = new LiveAccounts(home, userHome, live);
        ConsoleWindow[] next = new ConsoleWindow[1];
        robot.interact(
                () -> {
                    stage.close();
                    stage = new Stage();
                    next[0] =
                            ConsoleWindow.open(
                                    live.parts(
                                                    new WindowSettings(
                                                            Theme.LIGHT,
                                                            Language.ENGLISH,
                                                            "",
                                                            1_180,
                                                            760))
                                            .withAccounts(nextRun.access()),
                                    stage);
                    nextRun.passphrases(next[0].passphrases());
                });
        goToAccounts(robot);
        Robots.waitFor(robot, "#accounts", t -> ((TableView<?>) t).getItems().size() == 1);
        select(robot, 0);
        fire(robot, "#account-use");
        passphrase(robot, "a guess", null);
        Robots.waitFor(robot, "#passphrase-anew", Node::isVisible);
        assertThat(texts(robot, ".error-pane .label"))
                .anyMatch(t -> t.startsWith("Wrong passphrase for "));
        picture("accounts-passphrase-wrong");
        fire(robot, "#account-use");
        Robots.waitFor(robot, "#passphrase-forgotten", Node::isVisible);
        picture("accounts-passphrase");
        fire(robot, "#passphrase-forgotten");
        Robots.waitFor(robot, "#passphrase-forget-go", Node::isVisible);
        picture("accounts-forget");
        fire(robot, "#passphrase-forget-go");
        Robots.waitUntil(() -> !Files.exists(home.resolve("secrets.enc")));
        assertThat(nextRun.all()).hasSize(1);
        try (var files = Files.list(home)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .anyMatch(n -> n.startsWith("secrets.enc.set-aside-"));
        }
        Robots.waitFor(robot, ".console-dialog", Node::isVisible);
        picture("accounts-forgotten");
        robot.interact(() -> robot.lookup(".console-dialog").query().getScene().getWindow().hide());
        Robots.waitFor(robot, "#account-key", Node::isVisible);
        type(robot, "#account-key", LiveAccounts.KEY);
        fire(robot, "#account-save");
        passphrase(robot, "remembered", "remembered");
        Robots.waitUntil(() -> Files.exists(home.resolve("secrets.enc")));
        nextRun.close();
    }

    @Test
    void offersKeysOfOtherToolsAndListsSkippedOnes(FxRobot robot) throws Exception {
        Path tccli = Files.createDirectories(userHome.resolve(".tccli"));
        Files.writeString(
                tccli.resolve("work.credential"),
                "{\"secretId\": \"%s\", \"secretKey\": \"%s\"}"
                        .formatted(LiveAccounts.ID, LiveAccounts.KEY));
        Files.writeString(
                tccli.resolve("browser.credential"), "{\"type\": \"oauth\", \"oauth\": {}}");
        goToAccounts(robot);
        fire(robot, "#account-import");
        Robots.waitFor(robot, "#import-take-0", Node::isVisible);
        picture("accounts-import");
        assertThat(texts(robot, ".console-dialog .label"))
                .anyMatch(
                        t -> t.contains("browser") && t.contains("signed in through the browser"));
        accounts.passphrases(_ -> "open sesame".toCharArray());
        fire(robot, "#import-take-0");
        Robots.waitFor(robot, "#import-take-0", b -> ((Labeled) b).getText().equals("Added"));
        assertThat(accounts.all()).extracting(Account::name).containsExactly("work");
        robot.interact(() -> robot.lookup("#import-take-0").query().getScene().getWindow().hide());
        fire(robot, "#account-policy");
        Robots.waitFor(robot, ".console-dialog .text-area", Node::isVisible);
        picture("accounts-policy");
    }

    @Test
    void theButtonsFollowTheFormAndEveryChoiceIsExplained(FxRobot robot) {
        goToAccounts(robot);
        assertThat(robot.lookup("#accounts .button").queryAll())
                .as("what the buttons above the list do is not offered twice")
                .isEmpty();
        fire(robot, "#account-add");
        Robots.waitFor(robot, "#account-save", Node::isVisible);
        robot.interact(() -> stage.setHeight(900));
        // Its final height: the window may first be laid out for the old one.
        Robots.waitUntil(
                () -> {
                    double gap =
                            scene(robot, "#account-save").getMinY()
                                    - scene(robot, "#account-region-what").getMaxY();
                    return gap > 0 && gap < 60;
                });
        picture("accounts-explained");
        for (edgeone.purge.model.SafetyLevel level : edgeone.purge.model.SafetyLevel.values()) {
            robot.interact(
                    () -> {
                        @SuppressWarnings("unchecked")
                        ComboBox<Object> box =
                                robot.lookup("#account-safety").queryAs(ComboBox.class);
                        box.setValue(level);
                    });
            assertThat(texts(robot, "#account-safety-what").getFirst()).isNotBlank();
            assertThat(robot.lookup("#account-safety").query().getAccessibleHelp())
                    .isEqualTo(texts(robot, "#account-safety-what").getFirst());
        }
        site(robot, "intl");
        assertThat(texts(robot, "#account-site-what").getFirst()).contains("teo.intl.");
        robot.interact(() -> stage.setHeight(700));
        Robots.waitUntil(
                () -> scene(robot, "#account-save").getMaxY() < stage.getScene().getHeight());
        picture("accounts-explained-low");
    }

    private static Bounds scene(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return node.localToScene(node.getLayoutBounds());
    }

    private Account added(String name, StoreKind store) throws Exception {
        return accounts.add(name, store);
    }

    private void goToAccounts(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        fire(robot, "#rail-accounts");
        robot.type(KeyCode.F5);
        Robots.waitFor(robot, "#accounts", Node::isVisible);
    }

    private static void select(FxRobot robot, int row) {
        Robots.waitFor(robot, "#accounts", t -> ((TableView<?>) t).getItems().size() > row);
        robot.interact(
                () ->
                        robot.lookup("#accounts")
                                .queryAs(TableView.class)
                                .getSelectionModel()
                                .select(row));
        Robots.waitFor(robot, "#account-name", Node::isVisible);
    }

    private static void fire(FxRobot robot, String query) {
        Robots.waitFor(robot, query, b -> !b.isDisabled());
        robot.interact(
                () -> {
                    Node node = robot.lookup(query).query();
                    if (node instanceof ButtonBase button) {
                        button.fire();
                    }
                });
    }

    private static void type(FxRobot robot, String query, String text) {
        robot.interact(() -> robot.lookup(query).queryAs(TextField.class).setText(text));
    }

    private static void site(FxRobot robot, String value) {
        robot.interact(
                () -> {
                    @SuppressWarnings("unchecked")
                    ComboBox<String> box = robot.lookup("#account-site").queryAs(ComboBox.class);
                    box.setValue(value);
                });
    }

    private static void passphrase(FxRobot robot, String first, String again) {
        Robots.waitFor(robot, "#passphrase", Node::isVisible);
        type(robot, "#passphrase", first);
        if (again != null) {
            type(robot, "#passphrase-again", again);
        }
        fire(robot, "#passphrase-go");
        Robots.waitGone(robot, "#passphrase");
    }

    private static List<String> texts(FxRobot robot, String query) {
        return robot.lookup(query).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .collect(Collectors.toList());
    }

    private void picture(String name) {
        for (var window : List.copyOf(javafx.stage.Window.getWindows())) {
            new Screenshots(window).take(window == stage ? name : name + "-dialog");
        }
    }
}
