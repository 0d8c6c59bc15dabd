package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

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
import java.time.Duration;
import java.util.List;

/** The main job and what may go wrong in it, with mouse and keyboard. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class MainJobFxTest {
    @TempDir Path home;

    private LiveConsole live;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        live =
                new LiveConsole(
                        home,
                        EmulatorOptions.defaults().withLatency(Duration.ofMillis(30)),
                        SafetyLevel.NORMAL);
        ConsoleWindow.open(
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_280, 800)),
                stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void choosesAZonePastesSubmitsAndReadsTheOutcomes(FxRobot robot) {
        awaitForm(robot);
        robot.clickOn("#zone-picker");
        Robots.waitFor(robot, "#zone-search", n -> n.isFocused());
        robot.write("global");
        robot.type(KeyCode.ENTER);
        Robots.waitFor(
                robot, "#zone-picker", b -> b.getAccessibleText().contains("zone-2x5demo00003"));
        awaitForm(robot);
        paste(
                robot,
                "https://www.example.org/a",
                "https://shop.example.org:8443/b",
                "ftp://www.example.org/c",
                "https://www.example.org/a");
        awaitButton(robot, "Purge 2 URLs in 1 request, leave out 1 line");
        robot.clickOn("#go");
        awaitHeadline(robot, "1 of 2 targets not purged.");
        robot.clickOn("#run-show");
        Robots.waitFor(robot, "#job-targets", t -> ((TableView<?>) t).getItems().size() == 2);
        TableView<TargetRow> rows = robot.lookup("#job-targets").queryTableView();
        Robots.waitFor(robot, "#job-targets", t -> rows.getItems().get(0).state().isFinal());
        assertThat(rows.getItems().get(0).target()).isEqualTo("https://shop.example.org:8443/b");
        assertThat(rows.getItems().get(0).state()).isEqualTo(TargetState.REJECTED);
        assertThat(rows.getItems().get(0).reason()).isEqualTo("domain not valid");
        assertThat(rows.getItems().get(1).state()).isEqualTo(TargetState.SUCCEEDED);
        assertThat(live.edgeOne().accepted()).hasSize(1);
    }

    @Test
    void aNoteIsKeptWithTheJobAndShown(FxRobot robot) {
        awaitForm(robot);
        paste(robot, "https://www.example.com/a");
        awaitButton(robot, "Purge 1 URL in 1 request");
        robot.clickOn("#purge-note");
        robot.write("OPS-7 new logo");
        new Screenshots(stage).take("purge-note");
        robot.clickOn("#go");
        awaitHeadline(robot, "EdgeOne confirmed: the target was purged.");
        assertThat(live.history().jobs(JobFilter.ALL, 1).getFirst().job().provenance().note())
                .isEqualTo("OPS-7 new logo");
        robot.clickOn("#run-show");
        Robots.waitFor(robot, "#job-note", n -> ((Label) n).getText().equals("OPS-7 new logo"));
        new Screenshots(stage).take("job-note");
    }

    @Test
    void repeatedCtrlEnterSubmitsOnce(FxRobot robot) {
        awaitForm(robot);
        paste(robot, "https://www.example.com/a");
        awaitButton(robot, "Purge 1 URL in 1 request");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER, 3).release(KeyCode.CONTROL);
        awaitHeadline(robot, "EdgeOne confirmed: the target was purged.");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(live.history().size()).isEqualTo(1);
        assertThat(text(robot, "#go")).isEqualTo("New purge");
    }

    @Test
    void aWholeZonePurgeRequiresTheTypedNameAndCancelIsTheDefault(FxRobot robot) {
        awaitForm(robot);
        robot.clickOn("#type-purge_all");
        awaitButton(robot, "Purge everything in example.com");
        robot.clickOn("#go");
        Robots.waitFor(robot, "#confirm-zone", n -> n.isFocused());
        robot.write("example.org");
        assertThat(robot.lookup("#confirm-go").query().isDisabled()).isTrue();
        robot.type(KeyCode.ENTER);
        Robots.waitGone(robot, "#confirm-zone");
        assertThat(live.history().size()).isZero();

        robot.clickOn("#go");
        Robots.waitFor(robot, "#confirm-zone", n -> n.isFocused());
        robot.clickOn("#confirm-zone").write("example.com");
        Robots.waitFor(robot, "#confirm-go", b -> !b.isDisabled());
        robot.clickOn("#confirm-go");
        Robots.waitFor(robot, "#countdown-stop", n -> n.isFocused());
        live.pass(Duration.ofSeconds(10));
        awaitHeadline(robot, "EdgeOne confirmed: the target was purged.");
        assertThat(live.edgeOne().accepted()).hasSize(1);
        assertThat(live.edgeOne().accepted().getFirst().type()).isEqualTo("purge_all");
    }

    @Test
    void aRefusedPurgeKeepsEveryLineAndSaysWhy(FxRobot robot) {
        live.edgeOne()
                .useFaults(FaultPlan.parse("CreatePurgeTask:error=InvalidParameterValue.Target"));
        awaitForm(robot);
        paste(robot, "https://www.example.com/a", "https://www.example.com/b");
        awaitButton(robot, "Purge 2 URLs in 1 request");
        robot.clickOn("#go");
        awaitHeadline(robot, "No target was purged.");
        Robots.waitFor(robot, ".error-pane", n -> n.isVisible());
        robot.clickOn("#keep");
        awaitButton(robot, "Purge 2 URLs in 1 request");
    }

    @Test
    void linesAreRemovedSinglyOrByKindAndRestored(FxRobot robot) {
        awaitForm(robot);
        paste(
                robot,
                "https://other.test/1",
                "https://www.example.com/a",
                "https://other.test/2",
                "https://third.test/3");
        awaitButton(robot, "Purge 1 URL in 1 request, leave out 3 lines");
        robot.clickOn("Remove all 2 such lines");
        awaitButton(robot, "Purge 1 URL in 1 request, leave out 1 line");
        robot.clickOn("Remove line 2");
        awaitButton(robot, "Purge 1 URL in 1 request");
        robot.clickOn("#target-lines")
                .press(KeyCode.CONTROL)
                .type(KeyCode.Z)
                .release(KeyCode.CONTROL);
        awaitButton(robot, "Purge 1 URL in 1 request, leave out 1 line");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        awaitButton(robot, "Purge 1 URL in 1 request, leave out 3 lines");
    }

    @Test
    void binaryDataOnTheClipboardIsRefusedAndTheTextStays(FxRobot robot) {
        awaitForm(robot);
        paste(robot, "https://www.example.com/a");
        awaitButton(robot, "Purge 1 URL in 1 request");
        paste(robot, "PK\u0003\u0004\0\0\0" + "\u0001\0".repeat(5_000_000));
        Robots.waitFor(robot, ".console-dialog", n -> n.isVisible());
        robot.type(KeyCode.ESCAPE);
        Robots.waitGone(robot, ".console-dialog");
        assertThat(text(robot, "#go")).isEqualTo("Purge 1 URL in 1 request");
    }

    @Test
    void theFormKeepsItsContentsWhenTheLanguageChanges(FxRobot robot) {
        awaitForm(robot);
        paste(robot, "https://www.example.com/a", "nonsense");
        awaitButton(robot, "Purge 1 URL in 1 request, leave out 1 line");
        robot.clickOn("#menu");
        robot.clickOn("简体中文");
        awaitButton(robot, "清除 1 个 URL，共 1 个请求，略过 1 行");
        robot.clickOn("#go");
        awaitHeadline(robot, "EdgeOne 已确认：目标已清除。");
        robot.clickOn("#menu");
        robot.clickOn("English");
        awaitHeadline(robot, "EdgeOne confirmed: the target was purged.");
    }

    @Test
    void closingWhileSendingAsksAndKeepsTheRest(FxRobot robot) {
        live.edgeOne().useFaults(FaultPlan.parse("CreatePurgeTask:slow=1500"));
        awaitForm(robot);
        paste(robot, "https://www.example.com/a");
        awaitButton(robot, "Purge 1 URL in 1 request");
        robot.clickOn("#go");
        Robots.waitFor(robot, "#run-cancel", n -> n.isVisible());
        robot.interact(
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        Robots.waitFor(robot, ".console-dialog", n -> n.isVisible());
        assertThat(stage.isShowing()).isTrue();
        robot.clickOn("Keep and close");
        Robots.waitUntil(() -> !stage.isShowing());
        assertThat(live.history().size()).isEqualTo(1);
    }

    private static void awaitForm(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste the URLs"));
    }

    private static void awaitButton(FxRobot robot, String text) {
        Robots.waitFor(robot, "#go", b -> !b.isDisabled() && ((Button) b).getText().equals(text));
    }

    private static void awaitHeadline(FxRobot robot, String text) {
        Robots.waitFor(robot, "#run-headline", l -> ((Label) l).getText().equals(text));
    }

    private static String text(FxRobot robot, String query) {
        return ((ButtonBase) robot.lookup(query).query()).getText();
    }

    private static void paste(FxRobot robot, String... lines) {
        robot.interact(
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(String.join("\n", List.of(lines)));
                    Clipboard.getSystemClipboard().setContent(content);
                });
        robot.clickOn("#target-lines");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).type(KeyCode.V).release(KeyCode.CONTROL);
    }
}
