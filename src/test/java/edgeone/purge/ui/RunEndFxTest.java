package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A purge that missed targets says why and offers what to do. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class RunEndFxTest {
    private static final String GOOD = "https://www.example.com/a";
    private static final String PORT = "https://www.example.com:8443/live/1.m3u8";
    private static final String PORT_TOO = "https://www.example.com:8443/live/2.m3u8";
    private static final String FOREIGN = "https://cdn.other-shop.com/logo.svg";
    private static final String AGAIN = "HTTPS://www.example.com/a";

    @TempDir Path home;

    private LiveConsole live;
    private ConsoleWindow console;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        live = LiveConsole.of(home);
        console =
                ConsoleWindow.open(
                        live.parts(
                                new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_024, 700)),
                        stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void reasonsAreCountedAndLinesMarkedWithTheirOutcome(FxRobot robot) {
        purge(robot, GOOD, FOREIGN, PORT, PORT_TOO, AGAIN);
        Robots.waitFor(robot, "#end-fix", Node::isVisible);
        assertThat(labels(robot, "#end-reasons .label"))
                .containsSubsequence("Rejected: domain not valid", "2", "Left out", "1");
        assertThat(labels(robot, "#end-reasons .label"))
                .anyMatch(t -> t.startsWith("EdgeOne knows no such domain in this zone"));
        assertThat(Robots.button(robot, "#end-fix").getText()).isEqualTo("Fix 3 lines");
        assertThat(robot.lookup("#end-retry").query().isVisible())
                .as("nothing that may pass now")
                .isFalse();
        Map<String, String> signs = signs(robot);
        assertThat(signs)
                .containsEntry("✓", "Purged")
                .containsEntry("✕", "Rejected by EdgeOne: domain not valid")
                .containsEntry("=", "Same target as an earlier line");
        assertThat(signs.get("↷")).startsWith("Left out: ");
        assertThat(signs).as("each kind has its own sign").hasSize(4);
        new Screenshots(stage).take("end-light-en");
        robot.interact(() -> console.window().changeTheme(Theme.DARK));
        robot.interact(() -> console.window().changeLanguage(Language.CHINESE));
        Robots.waitFor(robot, "#end-fix", Node::isVisible);
        assertThat(Clipped.in(stage.getScene().getRoot())).isEmpty();
        new Screenshots(stage).take("end-dark-zh");
    }

    @Test
    void theOutcomeOfTheCurrentLineIsSpelledOut(FxRobot robot) {
        purge(robot, GOOD, FOREIGN, PORT);
        Robots.waitFor(robot, "#end-fix", Node::isVisible);
        robot.interact(() -> robot.lookup("#target-lines").query().requestFocus());
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.DOWN);
        Robots.waitFor(
                robot,
                "#reason",
                l -> ((Label) l).getText().equals("Line 3: Rejected by EdgeOne: domain not valid"));
    }

    @Test
    void onlyLinesToFixRemainAndUndoRestoresTheOthers(FxRobot robot) {
        purge(robot, GOOD, FOREIGN, PORT, PORT_TOO);
        Robots.waitFor(robot, "#end-fix", Node::isVisible);
        robot.interact(() -> Robots.button(robot, "#end-fix").fire());
        Robots.waitUntil(() -> lines(robot).equals(List.of(FOREIGN, PORT, PORT_TOO)));
        CodeArea area = robot.lookup("#target-lines").queryAs(CodeArea.class);
        Robots.waitFor(robot, "#target-lines", Node::isFocused);
        assertThat(area.getCaretPosition().index()).isZero();
        assertThat(area.isEditable()).isTrue();
        assertThat(signs(robot)).containsOnlyKeys("✕", "↷");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        Robots.waitUntil(() -> lines(robot).equals(List.of(GOOD, FOREIGN, PORT, PORT_TOO)));
        robot.press(KeyCode.CONTROL).type(KeyCode.HOME).release(KeyCode.CONTROL);
        robot.write("x");
        Robots.waitUntil(() -> !signs(robot).containsKey("✓"));
        assertThat(signs(robot)).as("the others keep theirs").containsKeys("✕", "↷");
    }

    @Test
    void failedTargetsAreRetriedInPlace(FxRobot robot) {
        live.edgeOne().useFaults(FaultPlan.parse("row=failed"));
        purge(robot, GOOD, PORT);
        Robots.waitFor(robot, "#end-retry", Node::isVisible);
        assertThat(Robots.button(robot, "#end-retry").getText()).isEqualTo("Retry 1 failed target");
        assertThat(signs(robot)).containsOnlyKeys("!", "✕");
        live.edgeOne().useFaults(FaultPlan.none());
        robot.interact(() -> Robots.button(robot, "#end-retry").fire());
        Robots.waitUntil(() -> signs(robot).containsKey("✓"));
        Robots.waitUntil(() -> Robots.isHidden(robot, "#end-retry"));
        assertThat(signs(robot)).containsOnlyKeys("✓", "✕");
        assertThat(labels(robot, "#end-reasons .label"))
                .containsSubsequence("Rejected: domain not valid", "1")
                .noneMatch(t -> t.startsWith("Failed"));
        assertThat(live.history().size()).isEqualTo(2);
    }

    private void purge(FxRobot robot, String... lines) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste the URLs"));
        robot.interact(() -> Robots.setTargets(robot, List.of(lines)));
        Robots.waitFor(robot, "#go", b -> !b.isDisabled() && isReady((Button) b));
        robot.interact(() -> Robots.button(robot, "#go").fire());
    }

    private static boolean isReady(Button go) {
        return go.getText().startsWith("Purge ");
    }

    private static List<String> lines(FxRobot robot) {
        return List.of(robot.lookup("#target-lines").queryAs(CodeArea.class).getText().split("\n"));
    }

    private static List<String> labels(FxRobot robot, String query) {
        return robot.lookup(query).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .collect(Collectors.toList());
    }

    /** The visible signs with their texts. */
    private static Map<String, String> signs(FxRobot robot) {
        Map<String, String> signs = new TreeMap<>();
        for (Label sign : robot.lookup(".fate").queryAllAs(Label.class)) {
            if (sign.isVisible() && sign.getScene() != null && !sign.getText().isEmpty()) {
                assertThat(sign.getTooltip().getText()).isEqualTo(sign.getAccessibleText());
                signs.put(sign.getText(), sign.getAccessibleText());
            }
        }
        return signs;
    }
}
