package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;

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

/** The key doctor: explains a line, adds twins to one line or all, and folds URLs when asked. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class DoctorFxTest {
    private static final String PAGE = "https://www.example.com/";

    @TempDir Path home;
    private LiveConsole live;
    private Stage stage;

    @Start
    void start(Stage opened) throws Exception {
        stage = opened;
        live = new LiveConsole(home, EmulatorOptions.defaults(), SafetyLevel.NORMAL);
        ConsoleWindow.open(
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_280, 800)),
                stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    /** Pastes lines and opens the card on one of them. */
    private static void explain(FxRobot robot, int line, String... lines) {
        Robots.waitFor(robot, "#reason", n -> ((Label) n).getText().contains("Paste"));
        robot.interact(() -> Robots.setTargets(robot, List.of(lines)));
        awaitText(robot, lines);
        robot.interact(
                () -> {
                    CodeArea area = robot.lookup("#target-lines").queryAs(CodeArea.class);
                    area.select(TextPos.ofLeading(line - 1, 0));
                    fire(robot, "#doctor-toggle");
                });
        awaitDetail(robot, "Line " + line);
    }

    private static void fire(FxRobot robot, String query) {
        ((ButtonBase) robot.lookup(query).query()).fire();
    }

    private static void awaitText(FxRobot robot, String... lines) {
        String text = String.join("\n", lines);
        Robots.waitFor(robot, "#target-lines", n -> ((CodeArea) n).getText().equals(text));
    }

    private static void awaitDetail(FxRobot robot, String text) {
        Robots.waitFor(
                robot,
                "#diagnosis",
                n ->
                        ((VBox) n)
                                .getChildren().stream()
                                        .anyMatch(
                                                c ->
                                                        c instanceof Labeled shown
                                                                && shown.getText().equals(text)));
    }

    @Test
    void aLineIsExplainedWithEachRewrite(FxRobot robot) {
        explain(robot, 2, PAGE, "HTTPS://WWW.Example.com:443/夏 季?a=1", PAGE + "x/../y");
        awaitDetail(robot, "EdgeOne will match exactly this address");
        awaitDetail(robot, PAGE + "%E5%A4%8F%20%E5%AD%A3?a=1");
        awaitDetail(robot, "→ https://www.example.com:443/夏 季?a=1");
        awaitDetail(robot, "→ " + PAGE + "夏 季?a=1");
        new Screenshots(stage).take("doctor");
        robot.interact(
                () ->
                        robot.lookup("#target-lines")
                                .queryAs(CodeArea.class)
                                .select(TextPos.ofLeading(2, 0)));
        awaitDetail(robot, "This line cannot be sent");
        robot.interact(() -> fire(robot, "#doctor-fix-RESOLVE_DOTS"));
        awaitText(robot, PAGE, "HTTPS://WWW.Example.com:443/夏 季?a=1", PAGE + "y");
        awaitDetail(robot, "EdgeOne will match exactly this address");
    }

    @Test
    void twinsAreAddedToOneLineOrToAll(FxRobot robot) {
        explain(robot, 1, PAGE + "a", PAGE + "b?x=1");
        Robots.waitFor(robot, "#doctor-add-SCHEME", Node::isVisible);
        robot.interact(() -> fire(robot, "#doctor-add-SCHEME"));
        awaitText(robot, PAGE + "a", "http://www.example.com/a", PAGE + "b?x=1");
        robot.interact(() -> fire(robot, "#doctor-all-SCHEME"));
        awaitText(
                robot,
                PAGE + "a",
                "http://www.example.com/a",
                PAGE + "b?x=1",
                "http://www.example.com/b?x=1");
        Robots.waitFor(
                robot, "#go", n -> ((ButtonBase) n).getText().equals("Purge 4 URLs in 1 request"));
        robot.interact(() -> fire(robot, "#doctor-all-SCHEME"));
        Robots.waitFor(
                robot,
                "#doctor-told",
                n -> n.isVisible() && ((Label) n).getText().startsWith("Nothing to add"));
        robot.interact(() -> fire(robot, "#doctor-all-QUERY"));
        Robots.waitFor(
                robot,
                "#target-lines",
                n ->
                        ((CodeArea) n)
                                .getText()
                                .endsWith("\n" + PAGE + "b\nhttp://www.example.com/b"));
    }

    @Test
    void urlsAreFoldedOnlyWhereAskedAndCanBeHadBack(FxRobot robot) {
        String[] lines = {PAGE + "shop/1", PAGE + "shop/2", PAGE + "shop/old/3", PAGE + "top"};
        explain(robot, 1, lines);
        robot.interact(() -> fire(robot, "#doctor-fold"));
        Robots.waitFor(robot, "#fold-0", n -> ((CheckBox) n).getText().equals(PAGE + "shop/"));
        assertThat(robot.lookup("#fold-go").query().isDisabled()).as("nothing is chosen").isTrue();
        robot.type(KeyCode.SPACE);
        Robots.waitFor(
                robot,
                "#fold-said",
                n ->
                        ((Label) n)
                                .getText()
                                .equals("URLs folded: 3 · directories: 1 · URLs left out: 1"));
        new Screenshots(robot.lookup("#fold-0").query().getScene().getWindow()).take("fold");
        robot.interact(() -> fire(robot, "#fold-go"));
        awaitText(robot, PAGE + "shop/");
        Robots.waitFor(
                robot,
                "#go",
                n -> ((ButtonBase) n).getText().equals("Purge 1 directory in 1 request"));
        robot.interact(() -> fire(robot, "#fold-back"));
        awaitText(robot, lines);
        Robots.waitFor(robot, "#type-purge_url", n -> selected(n));
        robot.interact(() -> fire(robot, "#doctor-fold"));
        Robots.waitFor(robot, "#fold-0", Node::isFocused);
        robot.type(KeyCode.SPACE);
        robot.interact(() -> fire(robot, "#fold-go"));
        Robots.waitFor(robot, "#fold-rest", Node::isVisible);
        robot.interact(() -> fire(robot, "#fold-rest"));
        awaitText(robot, PAGE + "top");
        assertThat(live.edgeOne().accepted()).isEmpty();
    }

    private static boolean selected(Node node) {
        return ((ToggleButton) node).isSelected();
    }

    @Test
    void whatElseADirectoryWouldHitIsCountedFromListAndJournal(FxRobot robot) {
        Robots.waitFor(robot, "#target-lines", Node::isVisible);
        explain(robot, 1, PAGE + "shop/8", PAGE + "shop/9");
        Robots.waitFor(robot, "#go", n -> !n.isDisabled());
        robot.interact(() -> fire(robot, "#go"));
        Robots.waitFor(robot, "#go", n -> ((ButtonBase) n).getText().equals("New purge"));
        robot.interact(() -> fire(robot, "#go"));
        Robots.waitFor(robot, "#reason", n -> ((Label) n).getText().contains("Paste"));
        robot.interact(
                () ->
                        Robots.setTargets(
                                robot, List.of(PAGE + "shop/1", PAGE + "shop/2", PAGE + "shop/9")));
        Robots.waitFor(robot, "#go", n -> !n.isDisabled());
        robot.interact(
                () -> {
                    CodeArea area = robot.lookup("#target-lines").queryAs(CodeArea.class);
                    area.select(TextPos.ZERO, area.getParagraphEnd(1));
                    fire(robot, "#doctor-fold");
                });
        Robots.waitFor(
                robot,
                ".console-dialog .small",
                n ->
                        ((Label) n)
                                .getText()
                                .equals(
                                        "URLs folded: 2 · also hit in this list: 1 · also hit,"
                                                + " purged before: 1"));
    }
}
