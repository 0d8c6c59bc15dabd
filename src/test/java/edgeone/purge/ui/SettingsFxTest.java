package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealPreferences;
import edgeone.purge.messages.Language;
import edgeone.purge.model.NoteRule;
import edgeone.purge.settings.ProxySetting;
import edgeone.purge.settings.SoftwareRendering;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
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
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;

/** Changes settings in the window. */
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
final class SettingsFxTest {
    @TempDir Path home;
    @TempDir Path journal;

    private LiveConsole live;
    private RealPreferences real;
    private ConsoleWindow console;
    private Stage stage;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        live = LiveConsole.of(journal);
        real = new RealPreferences(home);
        console =
                ConsoleWindow.open(
                        live.parts(
                                        new WindowSettings(
                                                Theme.LIGHT, Language.ENGLISH, "", 1_180, 900))
                                .withPreferences(real.access()),
                        stage);
    }

    @AfterEach
    void close() {
        real.close();
        live.close();
    }

    @Test
    void softwareRenderingIsSavedForTheNextStart(FxRobot robot) {
        goToSettings(robot);
        Robots.waitFor(robot, "#settings-software-rendering", b -> !b.isDisabled());
        CheckBox tick = robot.lookup("#settings-software-rendering").queryAs(CheckBox.class);
        assertThat(tick.isSelected()).isFalse();
        robot.interact(tick::fire);
        Robots.waitUntil(() -> SoftwareRendering.isSet(home));
        Robots.waitFor(robot, "#settings-said-LOOK .label", Node::isVisible);
        new Screenshots(stage).take("settings-software-rendering");
    }

    @Test
    void languageAndThemeChangeAtOnce(FxRobot robot) {
        goToSettings(robot);
        choose(robot, "#settings-theme", Theme.DARK);
        Robots.waitUntil(() -> console.window().settings().theme() == Theme.DARK);
        new Screenshots(stage).take("settings-dark");
        choose(robot, "#settings-language", Language.CHINESE);
        Robots.waitFor(robot, "#rail-settings", b -> ((ToggleButton) b).getText().equals("设置"));
        new Screenshots(stage).take("settings-chinese");
        robot.interact(() -> console.window().changeTheme(Theme.LIGHT));
        assertThat(robot.lookup("#settings-theme").queryAs(ComboBox.class).getValue())
                .as("follows the menu")
                .isEqualTo(Theme.LIGHT);
    }

    @Test
    void aProxyIsTypedAndSaved(FxRobot robot) throws Exception {
        goToSettings(robot);
        assertThat(robot.lookup("#settings-host").query().isVisible()).isFalse();
        choose(robot, "#settings-way", way(robot, 2));
        Robots.waitFor(robot, "#settings-host", Node::isVisible);
        press(robot, "#settings-save");
        Robots.waitUntil(() -> said(robot, "NETWORK").startsWith("The proxy host is missing"));
        assertThat(robot.lookup("#settings-host").query().getPseudoClassStates())
                .anyMatch(p -> p.getPseudoClassName().equals("danger"));
        new Screenshots(stage).take("settings-wrong");
        type(
                robot,
                Map.of(
                        "#settings-host", "proxy.example.com",
                        "#settings-port", "3128",
                        "#settings-user", "ann",
                        "#settings-password", "secret of the proxy"));
        press(robot, "#settings-save");
        Robots.waitUntil(() -> said(robot, "NETWORK").startsWith("Saved."));
        new Screenshots(stage).take("settings-proxy");
        assertThat(real.access().store().load().network().proxy())
                .isEqualTo(
                        new ProxySetting.Own(
                                ProxySetting.Kind.HTTP, "proxy.example.com", 3_128, "ann"));
        assertThat(robot.lookup("#settings-password").queryAs(TextField.class).getText())
                .as("forgotten once it is kept")
                .isEmpty();
        assertThat(Files.readString(home.resolve("settings.json"))).doesNotContain("secret of");
    }

    @Test
    void anInvalidCaFileIsReported(FxRobot robot) throws Exception {
        Path none = Files.writeString(journal.resolve("ca.pem"), "nothing of the kind");
        goToSettings(robot);
        type(robot, Map.of("#settings-ca-file", none.toString()));
        press(robot, "#settings-save");
        Robots.waitUntil(() -> said(robot, "NETWORK").contains("contains no valid certificate"));
        new Screenshots(stage).take("settings-ca");
        assertThat(real.access().store().load().network().caFile()).isNull();
    }

    @Test
    void theBuildAndTheHomeFolderAreShown(FxRobot robot) {
        goToSettings(robot);
        assertThat(robot.lookup("#about-version").queryAs(TextField.class).getText()).isNotEmpty();
        assertThat(robot.lookup("#about-home").queryAs(TextField.class).getText())
                .isEqualTo(home.toString());
        type(robot, Map.of("#settings-settle", "0"));
        press(robot, "#settings-settle-save");
        assertThat(robot.lookup("#settings-settle").query().getPseudoClassStates())
                .anyMatch(p -> p.getPseudoClassName().equals("danger"));
        type(robot, Map.of("#settings-settle", "30"));
        press(robot, "#settings-settle-save");
        Robots.waitUntil(() -> said(robot, "PURGING").startsWith("Saved."));
        robot.interact(
                () ->
                        ((javafx.scene.control.ScrollPane) robot.lookup("#settings").query())
                                .setVvalue(1));
        new Screenshots(stage).take("settings-about");
    }

    @Test
    void aRuleForNotesIsSaved(FxRobot robot) throws Exception {
        goToSettings(robot);
        CheckBox required = robot.lookup("#settings-note-required").queryAs(CheckBox.class);
        robot.interact(required::fire);
        type(robot, Map.of("#settings-note-pattern", "OPS-["));
        press(robot, "#settings-note-save");
        assertThat(robot.lookup("#settings-note-pattern").query().getPseudoClassStates())
                .anyMatch(p -> p.getPseudoClassName().equals("danger"));
        type(robot, Map.of("#settings-note-pattern", "OPS-[0-9]+"));
        press(robot, "#settings-note-save");
        Robots.waitUntil(() -> said(robot, "NOTE").startsWith("Saved."));
        assertThat(real.access().store().load().noteRule())
                .isEqualTo(new NoteRule(true, "OPS-[0-9]+"));
    }

    @Test
    void theHistoryIsCheckedAndItsHashCopied(FxRobot robot) throws Exception {
        goToSettings(robot);
        press(robot, "#settings-audit-head");
        Robots.waitUntil(() -> said(robot, "AUDIT").startsWith("Copied: "));
        String hash = real.access().audit().head().hash();
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(hash));
        type(robot, Map.of("#settings-audit-kept", hash));
        press(robot, "#settings-audit-verify");
        Robots.waitUntil(() -> said(robot, "AUDIT").startsWith("The history is intact."));
        robot.interact(() -> robot.lookup("#settings").queryAs(ScrollPane.class).setVvalue(0.7));
        new Screenshots(stage).take("settings-audit");

        type(robot, Map.of("#settings-audit-kept", "0".repeat(64)));
        press(robot, "#settings-audit-verify");
        Robots.waitUntil(() -> said(robot, "AUDIT").startsWith("The chain no longer holds"));
        type(robot, Map.of("#settings-audit-kept", "no hash"));
        assertThat(robot.lookup("#settings-audit-verify").query().isDisabled()).isTrue();

        try (Connection c =
                        DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                var statement = c.createStatement()) {
            statement.executeUpdate("UPDATE entry SET at = at + 1 WHERE n = 1");
        }
        type(robot, Map.of("#settings-audit-kept", ""));
        press(robot, "#settings-audit-verify");
        Robots.waitUntil(() -> said(robot, "AUDIT").startsWith("The chain is broken at entry 1:"));
    }

    private static void goToSettings(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        robot.interact(() -> robot.lookup("#rail-settings").queryAs(ToggleButton.class).fire());
        Robots.waitFor(robot, "#settings-connect", f -> ((TextField) f).getText().equals("10"));
    }

    private static Object way(FxRobot robot, int index) {
        return robot.lookup("#settings-way").queryAs(ComboBox.class).getItems().get(index);
    }

    private static void choose(FxRobot robot, String query, Object value) {
        robot.interact(
                () -> {
                    @SuppressWarnings("unchecked")
                    ComboBox<Object> box = robot.lookup(query).queryAs(ComboBox.class);
                    box.setValue(value);
                });
    }

    private static void type(FxRobot robot, Map<String, String> texts) {
        robot.interact(
                () ->
                        texts.forEach(
                                (query, text) ->
                                        robot.lookup(query)
                                                .queryAs(TextField.class)
                                                .setText(text)));
    }

    private static void press(FxRobot robot, String query) {
        Robots.waitFor(robot, query, b -> !b.isDisabled());
        robot.interact(() -> robot.lookup(query).queryAs(Button.class).fire());
    }

    /** All texts of a part, as one. */
    private static String said(FxRobot robot, String part) {
        StringBuilder text = new StringBuilder();
        collect((Parent) robot.lookup("#settings-said-" + part).query(), text);
        return text.toString();
    }

    private static void collect(Parent parent, StringBuilder text) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (node instanceof Label label) {
                text.append(label.getText()).append('\n');
            } else if (node instanceof Parent inner) {
                collect(inner, text);
            }
        }
    }
}
