package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.DemoAccount;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.requests.SavedRequest;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Requests kept by name in the Explorer, by keyboard. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class SavedRequestsFxTest {
    private static final String BODY = "{\"Limit\": 7}";

    @TempDir Path home;

    private LiveConsole live;
    private ConsoleWindow console;

    @Start
    void start(Stage shown) throws IOException {
        live = new LiveConsole(home, EmulatorOptions.defaults(), SafetyLevel.NORMAL);
        console =
                ConsoleWindow.open(
                        live.parts(
                                        new WindowSettings(
                                                Theme.LIGHT, Language.ENGLISH, "", 1_024, 640))
                                .withCalls(live.calls())
                                .withExplorer(live.explorer()),
                        shown);
    }

    @AfterEach
    void close() {
        live.close();
    }

    private static void explore(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        Robots.waitFor(robot, "#explorer-json", Node::isVisible);
    }

    private static void write(FxRobot robot, String query, String text) {
        robot.interact(() -> robot.lookup(query).queryAs(TextInputControl.class).setText(text));
    }

    private static void fire(FxRobot robot, String query) {
        Robots.waitFor(robot, query, b -> !b.isDisabled());
        robot.interact(() -> robot.lookup(query).queryAs(ButtonBase.class).fire());
    }

    private static void save(FxRobot robot, String name) {
        robot.push(KeyCode.CONTROL, KeyCode.S);
        Robots.waitFor(robot, "#request-name", Node::isFocused);
        write(robot, "#request-name", name);
        robot.type(KeyCode.ENTER);
    }

    private static void open(FxRobot robot, String... names) {
        robot.push(KeyCode.CONTROL, KeyCode.O);
        lists(robot, names);
    }

    private static void lists(FxRobot robot, String... names) {
        Robots.waitFor(
                robot,
                "#saved-requests",
                n ->
                        ((ListView<?>) n)
                                .getItems().stream()
                                        .map(r -> ((SavedRequest) r).name())
                                        .toList()
                                        .equals(List.of(names)));
    }

    private static void picture(FxRobot robot, String name) {
        Node node = robot.lookup("#saved-requests").query();
        new Screenshots(node.getScene().getWindow()).take(name);
    }

    private List<String> kept() throws Exception {
        return live.explorer().requests().read().requests().stream()
                .map(SavedRequest::name)
                .toList();
    }

    @Test
    void savedOpenedRenamedAndDeletedByKeyboard(FxRobot robot) throws Exception {
        explore(robot);
        write(robot, "#explorer-json", BODY);
        save(robot, "limit");
        Robots.waitGone(robot, "#request-name");
        write(robot, "#explorer-json", "{}");

        open(robot, "limit");
        picture(robot, "saved-requests-small");
        robot.type(KeyCode.ENTER);
        Robots.waitGone(robot, "#saved-requests");
        Robots.waitFor(robot, "#explorer-json", t -> ((TextInputControl) t).getText().equals(BODY));

        open(robot, "limit");
        robot.type(KeyCode.F2);
        Robots.waitFor(robot, "#request-name", Node::isFocused);
        write(robot, "#request-name", "seven");
        robot.type(KeyCode.ENTER);
        Robots.waitGone(robot, "#request-name");
        lists(robot, "seven");
        assertThat(kept()).containsExactly("seven");

        robot.interact(() -> robot.lookup("#saved-requests").query().requestFocus());
        robot.type(KeyCode.DELETE);
        Robots.waitFor(robot, "#request-delete-go", Node::isVisible);
        assertThat(kept()).containsExactly("seven");
        fire(robot, "#request-delete-go");
        Robots.waitFor(robot, "#saved-requests", n -> ((ListView<?>) n).getItems().isEmpty());
        assertThat(kept()).isEmpty();
        assertThat(robot.lookup("#saved-open").query().isDisabled()).isTrue();
    }

    @Test
    void aNameThatIsTakenIsReplacedOnlyWhereAsked(FxRobot robot) throws Exception {
        live.explorer().requests().save(new SavedRequest("Limit", "DescribeZones", BODY), false);
        explore(robot);
        write(robot, "#explorer-json", "{\"Limit\": 8}");
        save(robot, "limit");
        Robots.waitFor(
                robot,
                "#request-wrong",
                n -> n.isVisible() && ((Label) n).getText().contains("already"));
        assertThat(kept()).containsExactly("Limit");
        robot.interact(
                () -> robot.lookup("#request-replace").queryAs(CheckBox.class).setSelected(true));
        fire(robot, "#request-name-go");
        Robots.waitGone(robot, "#request-name");
        assertThat(kept()).containsExactly("limit");
    }

    @Test
    void neverASecretNorWhatIsNoJson(FxRobot robot) {
        explore(robot);
        write(robot, "#explorer-json", "{\"Limit\":");
        assertThat(robot.lookup("#explorer-save").query().isDisabled()).isTrue();
        write(robot, "#explorer-json", "{\"Key\": \"" + DemoAccount.SECRET_KEY + "\"}");
        save(robot, "key");
        Robots.waitFor(
                robot,
                "#request-wrong",
                n -> n.isVisible() && ((Label) n).getText().contains("contains a secret"));
        assertThat(home.resolve("requests.json")).doesNotExist();
    }

    @Test
    void aDamagedFileIsToldAndKept(FxRobot robot) throws Exception {
        Files.writeString(home.resolve("requests.json"), "{\"format\":1,");
        explore(robot);
        robot.push(KeyCode.CONTROL, KeyCode.O);
        Robots.waitFor(
                robot,
                "#saved-aside",
                n -> n.isVisible() && ((Label) n).getText().contains("requests.json.damaged-"));
    }

    @Test
    void inChineseAndDark(FxRobot robot) throws Exception {
        live.explorer().requests().save(new SavedRequest("站点列表", "DescribeZones", BODY), false);
        explore(robot);
        robot.interact(() -> console.window().changeTheme(Theme.DARK));
        robot.interact(() -> console.window().changeLanguage(Language.CHINESE));
        open(robot, "站点列表");
        Robots.waitFor(robot, "#saved-rename", b -> ((ButtonBase) b).getText().equals("重命名…"));
        picture(robot, "saved-requests-small-dark-chinese");
    }
}
