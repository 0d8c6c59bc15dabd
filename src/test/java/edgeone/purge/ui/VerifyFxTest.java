package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.messages.Language;
import edgeone.purge.model.TargetRow;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
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

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The tick in the form, and the verdicts in the history. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class VerifyFxTest {
    @TempDir Path home;

    private LiveConsole live;
    private ConsoleWindow console;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        live = LiveConsole.of(home);
        // A redirect is one whatever the time, so the verdict does not depend on it.
        live.edgeOne().useFaults(FaultPlan.parse("Edge:redirect=https://www.example.com/new"));
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
    void aTickedPurgeIsVerifiedAndTheHistoryShowsIt(FxRobot robot) {
        purge(robot, false);
        assertThat(verdictColumn(robot).isVisible()).as("not asked for").isFalse();
        robot.interact(() -> press(robot, "#rail-purge"));
        robot.interact(() -> Robots.button(robot, "#go").fire());
        purge(robot, true);
        Robots.waitFor(robot, "#job-targets", _ -> verdictColumn(robot).isVisible());
        Robots.waitUntil(() -> badges(robot).contains("Redirect"));
        assertThat(cells(robot))
                .anyMatch(
                        text ->
                                text.startsWith("It leads elsewhere.")
                                        && text.contains("https://www.example.com/new"));
        new Screenshots(stage).take("verdicts-light-en");
        robot.interact(() -> console.window().changeTheme(Theme.DARK));
        robot.interact(() -> console.window().changeLanguage(Language.CHINESE));
        Robots.waitUntil(() -> badges(robot).contains("重定向"));
        assertThat(Clipped.in(stage.getScene().getRoot())).isEmpty();
        new Screenshots(stage).take("verdicts-dark-zh");
    }

    @Test
    void onlyUrlsCanBeVerifiedAndTheKeyboardReachesTheTick(FxRobot robot) {
        Robots.waitFor(robot, "#verify", Node::isVisible);
        robot.interact(() -> robot.lookup("#purge-note").query().requestFocus());
        robot.type(KeyCode.TAB);
        Robots.waitFor(robot, "#origin-check", Node::isFocused);
        robot.type(KeyCode.TAB);
        Robots.waitFor(robot, "#then-prefetch", Node::isFocused);
        robot.type(KeyCode.TAB);
        Robots.waitFor(robot, "#verify", Node::isFocused);
        robot.type(KeyCode.SPACE);
        assertThat(tick(robot).isSelected()).isTrue();
        assertThat(tick(robot).getAccessibleHelp()).contains("before the purge and after");
        robot.interact(() -> press(robot, "#type-purge_host"));
        Robots.waitUntil(() -> robot.lookup("#verify").tryQuery().isEmpty());
        new Screenshots(stage).take("verify-hosts");
    }

    private void purge(FxRobot robot, boolean verified) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste the URLs"));
        robot.interact(() -> Robots.setTargets(robot, List.of("https://www.example.com/a.txt")));
        robot.interact(() -> tick(robot).setSelected(verified));
        if (verified) {
            new Screenshots(stage).take("verify-light-en");
        }
        Robots.waitFor(robot, "#go", b -> ((Button) b).getText().startsWith("Purge 1 URL"));
        robot.interact(() -> Robots.button(robot, "#go").fire());
        Robots.waitFor(robot, "#run-show", Node::isVisible);
        robot.interact(() -> press(robot, "#run-show"));
        Robots.waitFor(robot, "#job-targets", t -> ((TableView<?>) t).getItems().size() == 1);
    }

    private static void press(FxRobot robot, String query) {
        robot.lookup(query).queryAs(ButtonBase.class).fire();
    }

    private static CheckBox tick(FxRobot robot) {
        return robot.lookup("#verify").queryAs(CheckBox.class);
    }

    private static TableColumn<TargetRow, ?> verdictColumn(FxRobot robot) {
        TableView<TargetRow> table = robot.lookup("#job-targets").queryTableView();
        return table.getColumns().stream()
                .filter(column -> "column-verdict".equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> badges(FxRobot robot) {
        return robot.lookup("#job-targets .badge").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static List<String> cells(FxRobot robot) {
        return robot.lookup("#job-targets .table-cell").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(text -> text != null)
                .toList();
    }
}
