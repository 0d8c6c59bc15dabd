package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.call.Call;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
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

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** From a purge to its calls, and from a call to its job. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class InspectorFxTest {
    private static final String PAGE = "https://www.example.com/";

    @TempDir Path home;

    private LiveConsole live;
    private ConsoleWindow console;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        live = new LiveConsole(home, EmulatorOptions.defaults(), SafetyLevel.NORMAL);
        console =
                ConsoleWindow.open(
                        live.parts(
                                        new WindowSettings(
                                                Theme.LIGHT, Language.ENGLISH, "", 1_024, 640))
                                .withCalls(live.calls()),
                        stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    private static void purge(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        robot.interact(() -> Robots.setTargets(robot, List.of(PAGE + "a", PAGE + "b")));
        Robots.waitFor(robot, "#go", b -> !b.isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Robots.waitFor(robot, "#run-headline", l -> ((Label) l).getText().contains("purged"));
    }

    private static List<Call> calls(FxRobot robot) {
        TableView<Call> table = robot.lookup("#calls").queryTableView();
        AtomicReference<List<Call>> calls = new AtomicReference<>();
        robot.interact(() -> calls.set(List.copyOf(table.getItems())));
        return calls.get();
    }

    private static void awaitCalls(FxRobot robot, int count) {
        Robots.waitFor(
                robot,
                "#calls",
                t -> {
                    TableView<?> table = (TableView<?>) t;
                    return table.getItems().size() == count
                            && table.getItems().stream()
                                    .allMatch(c -> !((Call) c).action().isEmpty());
                });
    }

    private static void press(FxRobot robot, String query) {
        robot.interact(() -> robot.lookup(query).queryAs(ToggleButton.class).fire());
    }

    private static String shown(FxRobot robot, String tree) {
        return robot.lookup(tree + " .tree-cell").queryAllAs(TreeCell.class).stream()
                .map(cell -> String.valueOf(cell.getText()))
                .collect(Collectors.joining("\n"));
    }

    private static String copied(FxRobot robot) {
        AtomicReference<String> text = new AtomicReference<>();
        robot.interact(() -> text.set(Clipboard.getSystemClipboard().getString()));
        return text.get();
    }

    @Test
    void fromThePurgeToItsCallsAndBackToTheJob(FxRobot robot) {
        live.edgeOne()
                .useFaults(FaultPlan.parse("CreatePurgeTask:error=RequestLimitExceeded@nth=1"));
        purge(robot);
        String job = live.history().jobs(JobFilter.ALL, 1).getFirst().job().id();

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        Robots.waitFor(robot, "#calls", t -> ((TableView<?>) t).getItems().size() > 5);
        press(robot, "#calls-no-reads");
        awaitCalls(robot, 2);
        assertThat(calls(robot)).extracting(Call::attempt).containsExactly(2, 1);
        press(robot, "#calls-failed");
        awaitCalls(robot, 1);
        robot.interact(() -> robot.lookup("#calls").queryTableView().requestFocus());
        robot.type(KeyCode.HOME);
        Robots.waitFor(
                robot, "#call-code", l -> ((Label) l).getText().equals("RequestLimitExceeded"));
        Robots.waitUntil(() -> shown(robot, "#call-reply").contains("RequestLimitExceeded"));
        assertThat(shown(robot, "#call-request")).contains("\"Targets\": [2]", PAGE + "a");
        robot.interact(() -> Robots.button(robot, "#copy-request").fire());
        JsonNode request = JsonMapper.shared().readTree(copied(robot));
        assertThat(request.get("Targets").get(1).asString()).isEqualTo(PAGE + "b");
        new Screenshots(stage).take("inspector-small");
        robot.interact(() -> console.window().changeTheme(Theme.DARK));
        robot.interact(() -> console.window().changeLanguage(Language.CHINESE));
        Robots.waitUntil(() -> shown(robot, "#call-reply").contains("RequestLimitExceeded"));
        new Screenshots(stage).take("inspector-small-dark-chinese");
        robot.interact(() -> console.window().changeLanguage(Language.ENGLISH));

        Robots.waitFor(robot, "#call-job", Node::isVisible);
        robot.interact(() -> Robots.button(robot, "#call-job").fire());
        Robots.waitFor(robot, "#job-targets", t -> ((TableView<?>) t).getItems().size() == 2);
        robot.interact(() -> Robots.button(robot, "#job-calls").fire());
        Robots.waitFor(robot, "#calls-job", Node::isVisible);
        Robots.waitFor(robot, "#calls", t -> ((TableView<?>) t).getItems().size() > 2);
        assertThat(calls(robot)).extracting(Call::job).containsOnly(job);
        robot.interact(() -> Robots.button(robot, "#calls-job").fire());
        Robots.waitFor(
                robot,
                "#calls",
                t ->
                        ((TableView<?>) t)
                                .getItems().stream()
                                        .anyMatch(
                                                c -> ((Call) c).action().equals("DescribeZones")));
    }

    @Test
    void newCallsAppearByThemselves(FxRobot robot) throws Exception {
        purge(robot);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        Robots.waitFor(robot, "#calls", t -> ((TableView<?>) t).getItems().size() > 3);
        robot.interact(
                () -> {
                    ComboBox<String> action = robot.lookup("#calls-action").queryComboBox();
                    action.setValue("DescribeZones");
                });
        Robots.waitFor(
                robot,
                "#calls",
                t ->
                        ((TableView<?>) t)
                                .getItems().stream()
                                        .allMatch(
                                                c -> ((Call) c).action().equals("DescribeZones")));
        int before = calls(robot).size();

        live.engine().zones(live.connection());

        Robots.waitFor(robot, "#calls", t -> ((TableView<?>) t).getItems().size() == before + 1);
    }

    @Test
    void textFindsACallByItsRequestIdAndKeysReachEverything(FxRobot robot) {
        purge(robot);
        String wanted = live.edgeOne().calls().getLast().requestId();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        Robots.waitFor(robot, "#calls", t -> ((TableView<?>) t).getItems().size() > 3);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        Robots.waitFor(robot, "#calls-text", Node::isFocused);
        robot.interact(() -> ((TextField) robot.lookup("#calls-text").query()).setText(wanted));
        awaitCalls(robot, 1);
        robot.interact(() -> robot.lookup("#calls").queryTableView().requestFocus());
        robot.type(KeyCode.HOME);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied(robot)).isEqualTo(wanted);

        Robots.waitFor(robot, "#call-reply .tree-cell", Node::isVisible);
        robot.interact(() -> robot.lookup("#call-reply").query().requestFocus());
        TreeView<?> reply = robot.lookup("#call-reply").queryAs(TreeView.class);
        robot.type(KeyCode.HOME).type(KeyCode.LEFT);
        assertThat(reply.getExpandedItemCount()).isEqualTo(1);
        robot.type(KeyCode.RIGHT);
        assertThat(reply.getExpandedItemCount()).isGreaterThan(1);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(JsonMapper.shared().readTree(copied(robot)).get("Response").get("RequestId"))
                .hasToString("\"" + wanted + "\"");
    }
}
