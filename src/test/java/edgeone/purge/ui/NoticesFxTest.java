package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.desktop.DesktopNotices;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.notice.NoticeRules;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What the window and the desktop say when a job ends. */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
final class NoticesFxTest {
    @TempDir Path home;

    private final Desktop desktop = new Desktop();
    private LiveConsole live;
    private ConsoleWindow console;
    private Stage stage;

    /** A desktop that remembers what it showed. */
    private static final class Desktop implements DesktopNotices {
        record Shown(String title, String text, Runnable chosen) {}

        final BlockingQueue<Shown> shown = new LinkedBlockingQueue<>();

        @Override
        public void show(String title, String text, Runnable chosen) {
            shown.add(new Shown(title, text, chosen));
        }

        @Override
        public void close() {
            shown.clear();
        }
    }

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        live =
                new LiveConsole(
                        home,
                        EmulatorOptions.defaults().withProcessing(Duration.ofSeconds(1)),
                        SafetyLevel.NORMAL);
    }

    private void open(FxRobot robot, Duration patience) {
        robot.interact(
                () ->
                        console =
                                ConsoleWindow.open(
                                        live.parts(
                                                        new WindowSettings(
                                                                Theme.DARK,
                                                                Language.ENGLISH,
                                                                "",
                                                                1_024,
                                                                640))
                                                .withNotices(new NoticeRules(desktop, patience)),
                                        stage));
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
    }

    /** The stage is that of all tests. */
    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> stage.setIconified(false));
        live.close();
    }

    private static void submit(FxRobot robot) {
        robot.interact(() -> Robots.setTargets(robot, List.of("https://www.example.com/a")));
        Robots.waitFor(robot, "#go", b -> !b.isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    }

    @Test
    void aLongJobIsToldInTheWindowWithoutTakingTheFocus(FxRobot robot) throws Exception {
        open(robot, Duration.ZERO);
        submit(robot);
        Robots.waitFor(robot, ".notice-open", Node::isVisible);
        ButtonBase card = robot.lookup(".notice-open").query();
        assertThat(card.getAccessibleText())
                .startsWith("example.com: purge done. 1 URL in ")
                .endsWith("Show job");
        assertThat(card.isFocused()).isFalse();
        assertThat(card.isFocusTraversable()).isTrue();
        assertThat(robot.lookup("#target-lines").query().isFocused()).isTrue();
        robot.interact(() -> console.window().changeLanguage(Language.CHINESE));
        Robots.waitFor(
                robot,
                ".notice-open",
                c -> c.getAccessibleText().startsWith("example.com：清除完成. 1 个 URL，用时 "));
        robot.push(KeyCode.CONTROL, KeyCode.J);
        Robots.waitFor(
                robot,
                "#jobs",
                t -> ((TableView<?>) t).getSelectionModel().getSelectedIndex() == 0);
        Robots.waitGone(robot, ".notice-open");
        assertThat(desktop.shown).isEmpty();
    }

    @Test
    void aShortJobBeforeTheUsersEyesIsNotTold(FxRobot robot) {
        open(robot, NoticeRules.PATIENCE);
        submit(robot);
        Robots.waitFor(robot, "#run-headline", l -> ((Label) l).getText().contains("purged"));
        assertThat(robot.lookup(".notice-open").tryQuery()).isEmpty();
        assertThat(desktop.shown).isEmpty();
    }

    @Test
    void aWindowThatIsNotInFrontHasTheDesktopTellAndAClickBringsTheJob(FxRobot robot)
            throws Exception {
        open(robot, NoticeRules.PATIENCE);
        submit(robot);
        robot.interact(() -> stage.setIconified(true));
        Desktop.Shown told = desktop.shown.poll(30, TimeUnit.SECONDS);
        assertThat(told).isNotNull();
        assertThat(told.title()).isEqualTo("example.com: purge done");
        assertThat(told.text()).startsWith("1 URL in ");
        Robots.waitFor(robot, ".notice-open", Node::isVisible);
        told.chosen().run();
        Robots.waitUntil(() -> !stage.isIconified());
        Robots.waitFor(
                robot,
                "#jobs",
                t -> ((TableView<?>) t).getSelectionModel().getSelectedIndex() == 0);
        Robots.waitGone(robot, ".notice-open");
    }
}
