package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.call.ApiCall;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Purges that reach far: asked about, counted down, and stopped in time. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class GuardFxTest {
    @TempDir Path home;

    private LiveConsole live;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        live = new LiveConsole(home, EmulatorOptions.defaults(), SafetyLevel.NORMAL);
        ConsoleWindow.open(
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_280, 800)),
                stage);
    }

    @AfterEach
    void close() {
        live.close();
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

    /** The dialog with this node, once it is there and the node has the focus. */
    private static Window dialog(FxRobot robot, String query) {
        Robots.waitFor(robot, query, Node::isFocused);
        return robot.lookup(query).query().getScene().getWindow();
    }

    /** Sends a key to what has a dialog's focus; the headless platform leaves it to the stage. */
    private static void press(FxRobot robot, Window dialog, KeyCode code) {
        robot.interact(
                () -> {
                    Scene scene = dialog.getScene();
                    for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                        scene.getFocusOwner()
                                .fireEvent(
                                        new KeyEvent(
                                                type, "", "", code, false, false, false, false));
                    }
                });
    }

    private static void write(FxRobot robot, Window dialog, String text) {
        robot.interact(
                () ->
                        text.chars()
                                .mapToObj(Character::toString)
                                .forEach(
                                        c ->
                                                dialog.getScene()
                                                        .getFocusOwner()
                                                        .fireEvent(
                                                                new KeyEvent(
                                                                        KeyEvent.KEY_TYPED,
                                                                        c,
                                                                        "",
                                                                        KeyCode.UNDEFINED,
                                                                        false,
                                                                        false,
                                                                        false,
                                                                        false))));
    }

    /** Types the zone's name and presses Purge, all by keyboard; returns the countdown. */
    private static Window confirm(FxRobot robot) {
        Window dialog = dialog(robot, "#confirm-zone");
        write(robot, dialog, "example.com");
        Robots.waitFor(robot, "#confirm-go", b -> !b.isDisabled());
        for (int i = 0; i < 5 && !robot.lookup("#confirm-go").query().isFocused(); i++) {
            press(robot, dialog, KeyCode.TAB);
        }
        Robots.waitFor(robot, "#confirm-go", Node::isFocused);
        press(robot, dialog, KeyCode.SPACE);
        return dialog(robot, "#countdown-stop");
    }

    private void awaitLeft(FxRobot robot, String text) {
        Robots.waitFor(robot, "#countdown-left", l -> ((Label) l).getText().equals(text));
    }

    private void assertNothingHappened() {
        assertThat(live.history().size()).isZero();
        assertThat(live.edgeOne().calls())
                .extracting(ApiCall::action)
                .doesNotContain("CreatePurgeTask");
    }

    @Test
    void aWholeZoneIsStoppedAtTheLastSecond(FxRobot robot) {
        awaitForm(robot);
        robot.clickOn("#type-purge_all");
        awaitButton(robot, "Purge everything in example.com");
        robot.clickOn("#go");
        Robots.waitFor(
                robot,
                "#confirm-where",
                l -> ((Labeled) l).getText().equals("Zone example.com, account demo."));
        assertThat(robot.lookup("#confirm-method").queryLabeled().getText())
                .startsWith("Marks the files as expired");
        new Screenshots(dialog(robot, "#confirm-zone")).take("guard-confirm");
        Window countdown = confirm(robot);
        awaitLeft(robot, "10 seconds left");
        live.pass(Duration.ofSeconds(9));
        awaitLeft(robot, "1 second left");
        new Screenshots(countdown).take("guard-countdown");
        assertNothingHappened();
        press(robot, countdown, KeyCode.ESCAPE);
        Robots.waitGone(robot, "#countdown-stop");
        live.pass(Duration.ofSeconds(60));
        awaitButton(robot, "Purge everything in example.com");
        assertNothingHappened();
    }

    @Test
    void aDirectoryThatIsAWholeHostIsGuardedToo(FxRobot robot) {
        awaitForm(robot);
        robot.clickOn("#type-purge_prefix");
        paste(robot, "https://www.example.com/img/", "https://www.example.com/");
        awaitButton(robot, "Purge 2 directories in 1 request");
        robot.clickOn("#go");
        confirm(robot);
        live.pass(Duration.ofSeconds(10));
        awaitHeadline(robot, "EdgeOne confirmed: all 2 targets were purged.");
        assertThat(live.edgeOne().accepted()).hasSize(1);
    }

    @Test
    void enterOnTheCountdownStopsIt(FxRobot robot) {
        awaitForm(robot);
        robot.clickOn("#type-purge_host");
        paste(robot, "www.example.com");
        awaitButton(robot, "Purge 1 hostname in 1 request");
        robot.clickOn("#go");
        press(robot, confirm(robot), KeyCode.ENTER);
        Robots.waitGone(robot, "#countdown-stop");
        live.pass(Duration.ofSeconds(60));
        awaitButton(robot, "Purge 1 hostname in 1 request");
        assertNothingHappened();
    }

    @Test
    void closingTheWindowMeanwhilePurgesNothing(FxRobot robot) {
        awaitForm(robot);
        robot.clickOn("#type-purge_all");
        awaitButton(robot, "Purge everything in example.com");
        robot.clickOn("#go");
        confirm(robot);
        robot.interact(
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        Robots.waitUntil(() -> !stage.isShowing());
        live.pass(Duration.ofSeconds(60));
        WaitForAsyncUtils.waitForFxEvents();
        assertNothingHappened();
    }

    @Test
    void purgingWhatFailedAgainFromTheHistoryIsGuardedToo(FxRobot robot) {
        live.edgeOne().useFaults(FaultPlan.parse("row=failed"));
        awaitForm(robot);
        robot.clickOn("#type-purge_host");
        paste(robot, "www.example.com");
        awaitButton(robot, "Purge 1 hostname in 1 request");
        robot.clickOn("#go");
        confirm(robot);
        live.pass(Duration.ofSeconds(10));
        Robots.waitFor(robot, "#end-retry", Node::isVisible);
        live.edgeOne().useFaults(FaultPlan.none());
        robot.clickOn("#run-show");
        for (String button : List.of("#retry", "#again")) {
            Robots.waitFor(robot, button, b -> b.isVisible() && !b.isDisabled());
            robot.clickOn(button);
            Window countdown = confirm(robot);
            assertThat(live.edgeOne().accepted()).as(button).hasSize(1);
            press(robot, countdown, KeyCode.ESCAPE);
            Robots.waitGone(robot, "#countdown-stop");
            live.pass(Duration.ofSeconds(60));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(live.edgeOne().accepted()).as(button).hasSize(1);
        }
        robot.clickOn("#retry");
        confirm(robot);
        live.pass(Duration.ofSeconds(10));
        Robots.waitUntil(() -> live.edgeOne().accepted().size() == 2);
    }

    /** From an empty form to a purged host without the mouse. */
    @Test
    void everythingWorksByKeyboard(FxRobot robot) {
        awaitForm(robot);
        robot.clickOn("#type-purge_host");
        Robots.waitFor(robot, "#type-purge_host", n -> n.isFocused());
        tabTo(robot, "#target-lines");
        robot.write("www.example.com");
        awaitButton(robot, "Purge 1 hostname in 1 request");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        confirm(robot);
        live.pass(Duration.ofSeconds(10));
        awaitHeadline(robot, "EdgeOne confirmed: the target was purged.");
    }

    private static void tabTo(FxRobot robot, String query) {
        for (int i = 0; i < 12; i++) {
            if (robot.lookup(query).query().isFocused()) {
                return;
            }
            robot.type(KeyCode.TAB);
        }
        assertThat(robot.lookup(query).query().isFocused()).as(query).isTrue();
    }
}
