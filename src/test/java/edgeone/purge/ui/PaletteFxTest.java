package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealPreferences;
import edgeone.purge.messages.Language;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.palette.PaletteEntry;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
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

import java.nio.file.Path;
import java.util.List;

/** The palette and the sheet of shortcuts, by keyboard alone, in both languages. */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
final class PaletteFxTest {
    @TempDir Path home;
    @TempDir Path userHome;
    @TempDir Path settingsHome;

    private LiveConsole live;
    private LiveAccounts accounts;
    private RealPreferences preferences;
    private ConsoleWindow console;

    @Start
    void start(Stage stage) throws Exception {
        live = LiveConsole.of(home);
        accounts = new LiveAccounts(home, userHome, live);
        accounts.add("shop", StoreKind.SESSION);
        preferences = new RealPreferences(settingsHome);
        console =
                ConsoleWindow.open(
                        live.parts(new WindowSettings(Theme.DARK, Language.ENGLISH, "", 1_024, 640))
                                .withAccounts(accounts.access())
                                .withPreferences(preferences.access()),
                        stage);
    }

    @AfterEach
    void close() {
        preferences.close();
        accounts.close();
        live.close();
    }

    private static void open(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        Robots.waitFor(robot, "#palette-search", Node::isFocused);
    }

    /** Types into the field and waits until an entry of this title is the first. */
    private static void find(FxRobot robot, String typed, String title) {
        robot.interact(
                () -> robot.lookup("#palette-search").queryAs(TextInputControl.class).clear());
        robot.write(typed);
        Robots.waitUntil(() -> titles(robot).stream().findFirst().orElse("").equals(title));
    }

    private static List<String> titles(FxRobot robot) {
        return robot.lookup("#palette-list").<ListView<PaletteEntry>>query().getItems().stream()
                .map(PaletteEntry::title)
                .toList();
    }

    private static void choose(FxRobot robot) {
        robot.type(KeyCode.ENTER);
        Robots.waitGone(robot, "#palette-search");
    }

    private static boolean isSelected(FxRobot robot, String entry) {
        return robot.lookup(entry).queryAs(ToggleButton.class).isSelected();
    }

    @Test
    void findsScreensActionsZonesAndJobs(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        open(robot);
        find(robot, "histo", "History");
        choose(robot);
        assertThat(isSelected(robot, "#rail-history")).isTrue();

        open(robot);
        find(robot, "add an acc", "Add an account");
        choose(robot);
        Robots.waitFor(robot, "#account-name", Node::isFocused);
        assertThat(isSelected(robot, "#rail-accounts")).isTrue();

        String before = robot.lookup("#zone-picker").query().getAccessibleText();
        open(robot);
        find(robot, "net", "example.net");
        choose(robot);
        Robots.waitFor(robot, "#zone-picker", p -> !p.getAccessibleText().equals(before));

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        Robots.waitFor(robot, "#target-lines", Node::isFocused);
        assertThat(isSelected(robot, "#rail-purge")).isTrue();
    }

    @Test
    void aJobIsFoundAndShown(FxRobot robot) throws Exception {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        robot.interact(() -> Robots.setTargets(robot, List.of("https://www.example.com/a")));
        Robots.waitFor(robot, "#go", b -> !b.isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Robots.waitFor(robot, "#run-headline", l -> ((Label) l).getText().contains("purged"));
        open(robot);
        find(robot, "1 url", "1 URL · example.com");
        choose(robot);
        Robots.waitFor(
                robot,
                "#jobs",
                t -> ((TableView<?>) t).getSelectionModel().getSelectedIndex() == 0);
    }

    @Test
    void escapeClosesItAndNothingElseAndTheArrowsMove(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        open(robot);
        robot.type(KeyCode.DOWN, 2);
        robot.type(KeyCode.UP);
        ListView<PaletteEntry> list = robot.lookup("#palette-list").query();
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        robot.type(KeyCode.ESCAPE);
        Robots.waitGone(robot, "#palette-search");
        Robots.waitFor(robot, "#target-lines", Node::isFocused);
        open(robot);
        assertThat(list.getSelectionModel().getSelectedIndex()).isZero();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        Robots.waitGone(robot, "#palette-search");
    }

    @Test
    void speaksChineseAndIsFoundByEnglishIdsToo(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        open(robot);
        find(robot, "中文", "切换为简体中文");
        choose(robot);
        Robots.waitFor(robot, "#rail-history", b -> ((ToggleButton) b).getText().equals("历史记录"));
        open(robot);
        find(robot, "历史", "历史记录");
        find(robot, "light", "使用浅色主题");
        choose(robot);
        assertThat(console.window().settings().theme()).isEqualTo(Theme.LIGHT);
        robot.type(KeyCode.F1);
        Robots.waitFor(robot, "#shortcut-sheet", Node::isVisible);
        assertThat(sheet(robot)).contains("转到清除", "打开该行的菜单", "Ctrl+K", "Shift+F10, Context Menu");
        robot.type(KeyCode.ESCAPE);
        Robots.waitGone(robot, "#shortcut-sheet");
    }

    @Test
    void theSheetHasTheScreensThereAre(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        robot.type(KeyCode.F1);
        Robots.waitFor(robot, "#shortcut-sheet", Node::isVisible);
        assertThat(sheet(robot))
                .contains("Go to Purge", "Go to Settings", "Ctrl+5", "Find in the targets")
                .doesNotContain("Ctrl+6", "Purge URLs");
        robot.type(KeyCode.ESCAPE);
        Robots.waitGone(robot, "#shortcut-sheet");
    }

    private static List<String> sheet(FxRobot robot) {
        return robot
                .from(robot.lookup("#shortcut-sheet").<Node>query())
                .lookup(".label")
                .queryAllAs(Label.class)
                .stream()
                .map(Label::getText)
                .toList();
    }

    /** Escape leaves a field for where work on the screen starts. */
    @Test
    void escapeLeavesAField(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        Robots.waitFor(robot, "#filter", Node::isVisible);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        Robots.waitFor(robot, "#filter", Node::isFocused);
        robot.type(KeyCode.ESCAPE);
        Robots.waitFor(robot, "#jobs", Node::isFocused);
    }
}
