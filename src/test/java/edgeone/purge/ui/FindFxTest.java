package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import jfx.incubator.scene.control.richtext.CodeArea;

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
import java.util.stream.IntStream;

/** Finding in the target editor and going to a line of it, by keyboard alone. */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
final class FindFxTest {
    @TempDir Path home;
    private LiveConsole live;
    private ConsoleWindow console;

    @Start
    void start(Stage stage) throws Exception {
        live = LiveConsole.of(home);
        console =
                ConsoleWindow.open(
                        live.parts(
                                new WindowSettings(Theme.DARK, Language.ENGLISH, "", 1_024, 640)),
                        stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    private static void fill(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        List<String> lines =
                IntStream.rangeClosed(1, 200)
                        .mapToObj(i -> "https://www.example.com/page-" + i)
                        .toList();
        robot.interact(() -> Robots.setTargets(robot, lines));
        Robots.waitFor(robot, "#go", b -> !b.isDisabled());
        robot.interact(() -> robot.lookup("#target-lines").query().requestFocus());
    }

    private static void waitForCount(FxRobot robot, String count) {
        Robots.waitFor(robot, "#find-count", l -> ((Label) l).getText().equals(count));
    }

    private static String selected(FxRobot robot) {
        CodeArea area = robot.lookup("#target-lines").queryAs(CodeArea.class);
        var selection = area.getSelection();
        int line = selection.getMin().index();
        return (line + 1)
                + ":"
                + area.getPlainText(line)
                        .substring(selection.getMin().offset(), selection.getMax().offset());
    }

    @Test
    void goesFromMatchToMatchAndBackToTheEditor(FxRobot robot) {
        fill(robot);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        Robots.waitFor(robot, "#find-field", Node::isFocused);
        robot.write("PAGE-19");
        waitForCount(robot, "1 of 11");
        assertThat(selected(robot)).isEqualTo("19:page-19");
        robot.type(KeyCode.ENTER);
        waitForCount(robot, "2 of 11");
        assertThat(selected(robot)).isEqualTo("190:page-19");
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        robot.push(KeyCode.SHIFT, KeyCode.F3);
        waitForCount(robot, "11 of 11");
        assertThat(selected(robot)).isEqualTo("199:page-19");
        robot.type(KeyCode.F3);
        waitForCount(robot, "1 of 11");
        assertThat(robot.lookup("#find-field").query().isFocused()).isTrue();
        robot.write("x");
        waitForCount(robot, "No matches");
        robot.type(KeyCode.ESCAPE);
        Robots.waitFor(robot, "#target-lines", Node::isFocused);
        assertThat(Robots.isHidden(robot, "#find-field")).isTrue();
    }

    /** Escape closes the bar from the editor as well, and only then leaves anything. */
    @Test
    void escapeInTheEditorClosesTheBarAndWhatChangedIsFound(FxRobot robot) {
        fill(robot);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        Robots.waitFor(robot, "#find-field", Node::isFocused);
        robot.write("page-200");
        waitForCount(robot, "1 of 1");
        robot.interact(() -> Robots.setTargets(robot, List.of("https://www.example.com/a")));
        robot.type(KeyCode.F3);
        waitForCount(robot, "No matches");
        robot.interact(() -> robot.lookup("#target-lines").query().requestFocus());
        robot.type(KeyCode.ESCAPE);
        Robots.waitUntil(() -> Robots.isHidden(robot, "#find-field"));
    }

    @Test
    void goesToALineInChineseToo(FxRobot robot) {
        fill(robot);
        robot.interact(() -> console.window().changeLanguage(Language.CHINESE));
        Robots.waitFor(robot, "#go", b -> !b.isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.G);
        Robots.waitFor(robot, "#line-field", Node::isFocused);
        robot.write("none");
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#line-field").query().isFocused()).as("stays").isTrue();
        robot.interact(() -> robot.lookup("#line-field").queryAs(TextInputControl.class).clear());
        robot.write("150");
        robot.type(KeyCode.ENTER);
        Robots.waitFor(robot, "#target-lines", Node::isFocused);
        assertThat(selected(robot)).isEqualTo("150:https://www.example.com/page-150");
        robot.push(KeyCode.CONTROL, KeyCode.G);
        Robots.waitFor(robot, "#line-field", Node::isFocused);
        robot.write("9999");
        robot.type(KeyCode.ENTER);
        Robots.waitFor(robot, "#target-lines", Node::isFocused);
        assertThat(selected(robot)).startsWith("200:");
        robot.push(KeyCode.CONTROL, KeyCode.G);
        Robots.waitFor(robot, "#line-field", Node::isFocused);
        robot.type(KeyCode.ESCAPE);
        Robots.waitFor(robot, "#target-lines", Node::isFocused);
    }
}
