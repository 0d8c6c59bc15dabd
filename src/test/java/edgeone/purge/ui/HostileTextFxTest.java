package edgeone.purge.ui;

import static edgeone.purge.cli.HostileEdgeOne.WORDS;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealPreferences;
import edgeone.purge.cli.HostileEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.messages.Language;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.ui.kit.CopyField;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Text from outside is visible on every screen, and copied exactly. */
@ExtendWith(ApplicationExtension.class)
final class HostileTextFxTest {
    @TempDir Path home;
    @TempDir Path userHome;
    @TempDir Path settingsHome;

    private HostileEdgeOne edgeOne;
    private LiveConsole live;
    private LiveAccounts accounts;
    private RealPreferences preferences;
    private ConsoleWindow console;
    private final RawTexts texts = new RawTexts();

    @Start
    void start(Stage stage) throws Exception {
        edgeOne = new HostileEdgeOne();
        live =
                new LiveConsole(
                        home, EmulatorOptions.defaults(), SafetyLevel.NORMAL, edgeOne.endpoint());
        accounts = new LiveAccounts(home, userHome, live);
        accounts.add("shop", StoreKind.SESSION);
        preferences = new RealPreferences(settingsHome);
        console =
                ConsoleWindow.open(
                        live.parts(
                                        new WindowSettings(
                                                Theme.LIGHT, Language.ENGLISH, "", 1_280, 800))
                                .withCalls(live.calls())
                                .withExplorer(live.explorer())
                                .withAccounts(accounts.access())
                                .withPreferences(preferences.access()),
                        stage);
    }

    @AfterEach
    void close() {
        preferences.close();
        accounts.close();
        live.close();
        edgeOne.close();
    }

    @Test
    void noScreenShowsControlCharacters(FxRobot robot) {
        Robots.waitFor(robot, "#zone-picker", b -> b.getAccessibleText().contains("zone-1"));
        look(robot, "zone");
        robot.interact(() -> Robots.button(robot, "#zone-picker").fire());
        Robots.waitFor(robot, "#zone-list", Node::isVisible);
        look(robot, "zones");
        robot.interact(() -> Robots.button(robot, "#zone-picker").fire());
        press(robot, "#rail-purge");
        inBoth(
                robot,
                () -> {
                    for (PurgeType type : PurgeType.values()) {
                        press(robot, "#type-" + type.wireName());
                        robot.interact(() -> texts.look("type"));
                    }
                });
        purge(robot);
        history(robot);
        calls(robot);
        accounts(robot);
        press(robot, "#rail-settings");
        look(robot, "settings");
        assertThat(texts.found()).isEmpty();
        assertThat(texts.escaped())
                .contains("zone", "zones", "plan", "result", "targets", "requests", "call", "test");
    }

    private void purge(FxRobot robot) {
        press(robot, "#rail-purge");
        press(robot, "#type-purge_url");
        robot.interact(
                () ->
                        Robots.setTargets(
                                robot,
                                List.of(
                                        "https://a.test/1",
                                        "https://a.test/2",
                                        "https://a.test/\u202E\u009B\u001Bx",
                                        "ftp\u202E://a.test/")));
        Robots.waitFor(robot, "#go", b -> !b.isDisabled());
        look(robot, "plan");
        robot.interact(() -> Robots.button(robot, "#go").fire());
        Robots.waitFor(robot, "#run-headline", l -> ((Label) l).getText().contains("purged"));
        look(robot, "result");
    }

    private void history(FxRobot robot) {
        robot.interact(() -> robot.lookup("#run-show").queryAs(Hyperlink.class).fire());
        Robots.waitFor(robot, "#job-targets", t -> ((TableView<?>) t).getItems().size() == 2);
        look(robot, "targets");
        robot.interact(
                () -> {
                    TabPane tabs = robot.lookup(".tab-pane").queryAs(TabPane.class);
                    tabs.getSelectionModel().select(1);
                });
        Robots.waitFor(robot, "#job-requests", t -> !((TableView<?>) t).getItems().isEmpty());
        look(robot, "requests");
        robot.interact(
                () -> {
                    CopyField id =
                            robot.lookup(".copy-field").queryAllAs(CopyField.class).stream()
                                    .filter(f -> f.getText().startsWith("job"))
                                    .findFirst()
                                    .orElseThrow();
                    id.selectAll();
                    id.copy();
                });
        robot.interact(
                () ->
                        assertThat(Clipboard.getSystemClipboard().getString())
                                .isEqualTo("job" + WORDS));
    }

    private void calls(FxRobot robot) {
        press(robot, "#rail-inspector");
        Robots.waitFor(robot, "#calls", t -> ((TableView<?>) t).getItems().size() > 3);
        inBoth(
                robot,
                () -> {
                    for (int row = 0; row < 4; row++) {
                        int at = row;
                        robot.interact(
                                () ->
                                        robot.lookup("#calls")
                                                .queryAs(TableView.class)
                                                .getSelectionModel()
                                                .clearAndSelect(at));
                        Robots.waitFor(robot, "#call-reply .tree-cell", Node::isVisible);
                        robot.interact(() -> texts.look("call"));
                    }
                });
        press(robot, "#call-as-code");
        Robots.waitFor(robot, "#call-code-text", t -> !((TextInputControl) t).getText().isEmpty());
        look(robot, "code");
        Robots.waitFor(robot, "#call-explore", b -> !b.isDisabled());
        robot.interact(() -> Robots.button(robot, "#call-explore").fire());
        Robots.waitFor(robot, "#explorer-json", Node::isVisible);
        look(robot, "explorer");
    }

    private void accounts(FxRobot robot) {
        press(robot, "#rail-accounts");
        look(robot, "accounts");
        for (boolean refusing : Set.of(true, false)) {
            edgeOne.refuse(refusing);
            robot.interact(
                    () -> {
                        var list = robot.lookup("#accounts").queryAs(TableView.class);
                        list.getSelectionModel().select(0);
                    });
            Robots.waitFor(robot, "#account-test", Node::isVisible);
            robot.interact(() -> Robots.button(robot, "#account-test").fire());
            Robots.waitFor(robot, "#account-report", Node::isVisible);
            look(robot, "test");
        }
        edgeOne.refuse(false);
    }

    /** In both languages, since each builds its own texts. */
    private void look(FxRobot robot, String screen) {
        inBoth(robot, () -> robot.interact(() -> texts.look(screen)));
    }

    /** English is last. A change of the language builds the whole window. */
    private void inBoth(FxRobot robot, Runnable looks) {
        for (Language language : List.of(Language.CHINESE, Language.ENGLISH)) {
            robot.interact(() -> console.window().changeLanguage(language));
            looks.run();
        }
    }

    private static void press(FxRobot robot, String query) {
        robot.interact(() -> robot.lookup(query).queryAs(ToggleButton.class).fire());
        Robots.waitFor(robot, query, b -> ((ToggleButton) b).isSelected());
    }
}
