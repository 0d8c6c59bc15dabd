package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.call.Call;
import edgeone.purge.model.call.CallFilter;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
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

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** A RequestId or an error code leads to its calls and jobs, and a form or call to its command. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class LookUpFxTest {
    private static final String PAGE = "https://www.example.com/";
    private static final String UNKNOWN = "3c140219-cfe9-470e-b241-907877d6fb03";

    @TempDir Path home;

    private LiveConsole live;
    private ConsoleWindow console;

    @Start
    void start(Stage shown) throws IOException {
        live = new LiveConsole(home, EmulatorOptions.defaults(), SafetyLevel.NORMAL);
        live.edgeOne()
                .useFaults(FaultPlan.parse("CreatePurgeTask:error=RequestLimitExceeded@nth=1"));
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

    private static void plan(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        robot.interact(() -> Robots.setTargets(robot, List.of(PAGE + "a")));
        Robots.waitFor(robot, "#go", b -> !b.isDisabled());
    }

    private List<Call> purge(FxRobot robot) {
        plan(robot);
        return send(robot);
    }

    private List<Call> send(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Robots.waitFor(robot, "#run-headline", l -> ((Label) l).getText().contains("purged"));
        CallFilter written = CallFilter.ALL.withNoReads(true);
        Robots.waitUntil(() -> live.calls().count(written) == 2);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        Robots.waitFor(robot, "#calls", t -> !((TableView<?>) t).getItems().isEmpty());
        return live.calls().list(written, 0, 2);
    }

    private static void lookUp(FxRobot robot, String text) {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        Robots.waitFor(robot, "#lookup-text", Node::isFocused);
        robot.interact(
                () -> robot.lookup("#lookup-text").queryAs(TextInputControl.class).setText(text));
    }

    private static String said(Node pane) {
        return ((Parent) pane)
                .getChildrenUnmodifiable().stream()
                        .map(
                                node ->
                                        node instanceof Labeled labeled
                                                ? labeled.getText()
                                                : String.valueOf(node.getAccessibleText()))
                        .collect(Collectors.joining("\n"));
    }

    private static void says(FxRobot robot, String... parts) {
        Robots.waitFor(
                robot,
                "#lookup-answer",
                pane -> List.of(parts).stream().allMatch(said(pane)::contains));
    }

    private static void picture(FxRobot robot, String name) {
        Node node = robot.lookup("#lookup-text").query();
        new Screenshots(node.getScene().getWindow()).take(name);
    }

    private static String copied(FxRobot robot) {
        AtomicReference<String> text = new AtomicReference<>("");
        robot.interact(() -> text.set(Clipboard.getSystemClipboard().getString()));
        return String.valueOf(text.get());
    }

    private static void fire(FxRobot robot, String query) {
        robot.interact(() -> robot.lookup(query).queryAs(ButtonBase.class).fire());
    }

    @Test
    void anErrorIsExplainedWithTheCallsAndJobsThatMetIt(FxRobot robot) {
        List<Call> written = purge(robot);
        Call failed = written.getLast();
        String job = String.valueOf(failed.job());
        lookUp(robot, "RequestLimitExceeded");
        says(robot, "RequestLimitExceeded", "It may pass", String.valueOf(failed.requestId()), job);
        picture(robot, "lookup-small");

        fire(robot, "#lookup-call");
        Robots.waitGone(robot, "#lookup-text");
        Robots.waitFor(robot, "#call-explain", Node::isVisible);
        fire(robot, "#call-explain");
        says(robot, "RequestLimitExceeded", job);
        fire(robot, "#lookup-job");
        Robots.waitGone(robot, "#lookup-text");
        Robots.waitFor(robot, "#job-targets", t -> ((TableView<?>) t).getItems().size() == 1);
    }

    @Test
    void aRequestIdLeadsToItsCallOrToWhatToDo(FxRobot robot) {
        List<Call> written = purge(robot);
        Call accepted = written.getFirst();
        lookUp(robot, "RequestId: " + accepted.requestId());
        says(robot, "no error", String.valueOf(accepted.job()), "batch 1");
        robot.interact(
                () ->
                        robot.lookup("#lookup-text")
                                .queryAs(TextInputControl.class)
                                .setText(UNKNOWN));
        says(robot, UNKNOWN, "Tencent Cloud support");
        robot.type(KeyCode.ESCAPE);
        Robots.waitGone(robot, "#lookup-text");

        robot.interact(
                () ->
                        robot.lookup("#calls-text")
                                .queryAs(TextInputControl.class)
                                .setText(UNKNOWN + " "));
        Robots.waitFor(
                robot,
                "#calls .placeholder .title",
                l -> ((Label) l).getText().equals("No call has this RequestId"));
        robot.interact(
                () ->
                        robot.lookup("#calls-text")
                                .queryAs(TextInputControl.class)
                                .setText(String.valueOf(accepted.requestId())));
        Robots.waitFor(robot, "#calls", t -> ((TableView<?>) t).getItems().size() == 1);
    }

    @Test
    void theFormAndACallAreCopiedAsCommandLines(FxRobot robot) {
        plan(robot);
        fire(robot, "#plan-command");
        Robots.waitUntil(() -> copied(robot).contains("--type=purge_url"));
        assertThat(copied(robot))
                .startsWith("edgeone-purge purge ")
                .contains("--target=" + PAGE + "a");

        send(robot);
        robot.interact(() -> robot.lookup("#calls-no-reads").queryAs(ToggleButton.class).fire());
        Robots.waitFor(robot, "#calls", t -> ((TableView<?>) t).getItems().size() == 2);
        robot.interact(() -> robot.lookup("#calls").queryTableView().getSelectionModel().select(0));
        Robots.waitFor(robot, "#call-explore", b -> b.isVisible() && !b.isDisabled());
        robot.interact(() -> robot.lookup("#call-as-code").queryAs(ToggleButton.class).fire());
        Robots.waitFor(robot, "#call-code-text-command", b -> !b.isDisabled());
        fire(robot, "#call-code-text-command");
        Robots.waitUntil(() -> copied(robot).startsWith("edgeone-purge call "));
        assertThat(copied(robot))
                .contains("--action=CreatePurgeTask", PAGE + "a")
                .doesNotContain(live.edgeOne().secretKey());
    }

    @Test
    void inChineseAndDark(FxRobot robot) {
        purge(robot);
        robot.interact(() -> console.window().changeTheme(Theme.DARK));
        robot.interact(() -> console.window().changeLanguage(Language.CHINESE));
        lookUp(robot, "RequestLimitExceeded");
        says(robot, "可能自行恢复");
        picture(robot, "lookup-small-dark-chinese");
    }
}
