package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.messages.Language;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A list over several zones, sorted and purged by keyboard alone. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class SplitFxTest {
    private static final String FIRST = "zone-2x5demo00001";
    private static final String GLOBAL = "zone-2x5demo00003";

    @TempDir Path home;
    private LiveConsole live;

    @Start
    void start(Stage stage) throws IOException {
        live = LiveConsole.of(home);
        ConsoleWindow.open(
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_280, 800)),
                stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    private static void awaitPlan(FxRobot robot) {
        Robots.waitFor(robot, "#plan-age", n -> !n.isVisible());
        Robots.waitFor(robot, "#split", n -> n.isVisible() && !n.isDisabled());
    }

    private static void awaitButton(FxRobot robot, String text) {
        Robots.waitFor(
                robot, "#split-go", b -> ((Button) b).getText().equals(text) && !b.isDisabled());
    }

    /** With Tab, as a person without a mouse gets there. */
    private static void tabTo(FxRobot robot, String query) {
        Node wanted = robot.lookup(query).query();
        for (int i = 0; i < 120 && !wanted.isFocused(); i++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(wanted.isFocused()).as(query + " has the focus").isTrue();
    }

    @Test
    void aListOverSeveralZonesBecomesAJobAZone(FxRobot robot) {
        awaitPlan(robot);
        robot.interact(
                () ->
                        Robots.setTargets(
                                robot,
                                List.of(
                                        "https://www.example.com/a",
                                        "https://shop.example.org/b",
                                        "https://nowhere.test/c",
                                        "https://www.example.com/d")));
        tabTo(robot, "#split");
        robot.type(KeyCode.SPACE);
        awaitButton(robot, "Purge 3 URLs in 2 zones, 2 requests, leave out 1 line");
        TableView<Plan> zones = robot.lookup("#split-zones").queryTableView();
        assertThat(zones.getItems())
                .extracting(plan -> plan.zone().zoneId(), Plan::targets)
                .containsExactly(tuple(FIRST, 2), tuple(GLOBAL, 1));
        ListView<Problem> problems = robot.lookup("#split-problems").queryListView();
        assertThat(problems.getItems()).extracting(Problem::line).containsExactly(3);
        assertThat(live.edgeOne().accepted()).as("nothing is sent yet").isEmpty();

        robot.type(KeyCode.ENTER);
        Robots.waitUntil(() -> live.edgeOne().accepted().size() == 2);
        assertThat(live.edgeOne().accepted())
                .extracting(AcceptedJob::zoneId)
                .containsExactlyInAnyOrder(FIRST, GLOBAL);
        Robots.waitFor(robot, "#jobs", n -> ((TableView<?>) n).getItems().size() == 2);

        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
        Robots.waitFor(
                robot,
                "#target-lines",
                n -> ((CodeArea) n).getText().strip().equals("https://nowhere.test/c"));

        robot.interact(
                () ->
                        Robots.setTargets(
                                robot,
                                List.of(
                                        "https://www.example.com/a",
                                        "https://shop.example.org/z")));
        robot.interact(() -> robot.lookup("#split").queryAs(Button.class).fire());
        Robots.waitFor(robot, "#split-lately", Node::isVisible);
        assertThat(robot.lookup("#split-lately").queryAs(Label.class).getText())
                .as("only the zone with a target purged a moment ago")
                .startsWith("example.com")
                .contains("minute ago")
                .doesNotContain("\n");
    }

    @Test
    void escLeavesWithoutSending(FxRobot robot) {
        awaitPlan(robot);
        robot.interact(() -> Robots.setTargets(robot, List.of("https://www.example.com/a")));
        tabTo(robot, "#split");
        robot.type(KeyCode.SPACE);
        awaitButton(robot, "Purge 1 URL in 1 zone, 1 request");
        robot.type(KeyCode.ESCAPE);
        Robots.waitGone(robot, "#split-go");
        assertThat(live.history().size()).isZero();
        assertThat(robot.lookup("#target-lines").queryAs(CodeArea.class).getText())
                .contains("https://www.example.com/a");
    }

    @Test
    void hostsAreConfirmedZoneByZoneAndOneRefusalSendsNothing(FxRobot robot) {
        awaitPlan(robot);
        robot.interact(
                () -> {
                    robot.lookup("#type-purge_host").queryAs(ToggleButton.class).fire();
                    Robots.setTargets(robot, List.of("www.example.com", "shop.example.org"));
                });
        for (List<String> typed :
                List.of(List.of("example.com", ""), List.of("example.com", "example.org"))) {
            tabTo(robot, "#split");
            robot.type(KeyCode.SPACE);
            Robots.waitFor(robot, "#split-go", b -> !b.isDisabled());
            tabTo(robot, "#split-go");
            robot.type(KeyCode.SPACE);
            for (String name : typed) {
                Robots.waitFor(
                        robot,
                        "#confirm-zone",
                        n ->
                                n.isFocused()
                                        && n.getScene().getWindow().isFocused()
                                        && ((TextField) n).getText().isEmpty());
                if (name.isEmpty()) {
                    robot.type(KeyCode.ESCAPE);
                } else {
                    robot.targetWindow(robot.lookup("#confirm-zone").query().getScene().getWindow())
                            .write(name);
                    tabTo(robot, "#confirm-go");
                    robot.type(KeyCode.SPACE);
                    Robots.waitFor(robot, "#countdown-stop", Node::isFocused);
                    live.pass(Duration.ofSeconds(10));
                    Robots.waitGone(robot, "#countdown-stop");
                }
            }
            Robots.waitGone(robot, "#confirm-zone");
            if (typed.contains("")) {
                assertThat(live.history().size()).isZero();
            }
        }
        Robots.waitUntil(() -> live.edgeOne().accepted().size() == 2);
        assertThat(IntStream.range(0, 2).mapToObj(i -> live.edgeOne().accepted().get(i)))
                .extracting(AcceptedJob::targets)
                .containsExactlyInAnyOrder(List.of("www.example.com"), List.of("shop.example.org"));
    }

    @Test
    void directoriesThatAreWholeHostsAreGuardedInTheirZone(FxRobot robot) {
        awaitPlan(robot);
        robot.interact(
                () -> {
                    robot.lookup("#type-purge_prefix").queryAs(ToggleButton.class).fire();
                    Robots.setTargets(
                            robot,
                            List.of("https://www.example.com/img/", "https://shop.example.org/"));
                });
        tabTo(robot, "#split");
        robot.type(KeyCode.SPACE);
        Robots.waitFor(robot, "#split-go", b -> !b.isDisabled());
        assertThat(robot.lookup("#split-go").query().getStyleClass()).contains("danger");
        tabTo(robot, "#split-go");
        robot.type(KeyCode.SPACE);
        Robots.waitFor(
                robot, "#confirm-zone", n -> n.isFocused() && n.getScene().getWindow().isFocused());
        robot.targetWindow(robot.lookup("#confirm-zone").query().getScene().getWindow())
                .write("example.org");
        tabTo(robot, "#confirm-go");
        robot.type(KeyCode.SPACE);
        Robots.waitFor(robot, "#countdown-stop", Node::isFocused);
        assertThat(live.history().size()).as("nothing is recorded yet").isZero();
        live.pass(Duration.ofSeconds(10));
        Robots.waitUntil(() -> live.edgeOne().accepted().size() == 2);
        assertThat(live.history().size()).isEqualTo(2);
    }
}
