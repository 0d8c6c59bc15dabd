package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.benchmark.JournalGenerator;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.Duration;

/** A history of a million targets: paging, sorting and searching never hold the JavaFX thread. */
@Tag("long")
@ExtendWith(ApplicationExtension.class)
@Timeout(900)
@SuppressWarnings("try") // the watch is stopped before it is read
final class MillionTargetsFxTest {
    private static final int JOBS = 100_000;
    private static final int LARGE = 100_000;
    private static final String TYPED = "example.com/9";

    @TempDir static Path home;
    private static LiveConsole live;
    private static int targets;

    /** Takes longer than a window may take to open. */
    @BeforeAll
    static void write() throws Exception {
        targets = new JournalGenerator(JOBS, LARGE).write(home);
        live = new LiveConsole(home, EmulatorOptions.defaults(), SafetyLevel.NORMAL);
    }

    @Start
    void start(Stage stage) {
        ConsoleWindow.open(
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_440, 900)),
                stage);
    }

    @AfterAll
    static void close() {
        live.close();
    }

    @Test
    void theWindowAnswersAllTheTime(FxRobot robot) {
        assertThat(targets).isGreaterThan(1_000_000);
        Robots.waitFor(robot, "#rail-history", n -> n.isVisible());
        lookOnce(robot);
        try (FxWatch watch = FxWatch.start()) {
            watch.doing("open");
            choose(robot, "#rail-purge");
            choose(robot, "#rail-history");
            Robots.waitFor(robot, "#jobs", MillionTargetsFxTest::hasRows);
            watch.doing("scroll");
            for (int i = 1; i <= 20; i++) {
                int row = i * 4_990;
                robot.interact(() -> jobs(robot).scrollTo(row));
            }
            for (TableColumn<?, ?> column : jobs(robot).getColumns()) {
                watch.doing("sort by " + column.getId());
                robot.interact(() -> sortBy(robot, column));
                Robots.waitFor(robot, "#jobs", MillionTargetsFxTest::hasRows);
            }
            for (int end = 1; end <= TYPED.length(); end++) {
                String text = TYPED.substring(0, end);
                watch.doing("type " + text);
                robot.interact(() -> search(robot).setText(text));
                Robots.waitFor(robot, "#jobs", MillionTargetsFxTest::hasRows);
            }
            watch.close();
            assertThat(watch.caught()).isEmpty();
            assertThat(watch.count()).isGreaterThan(100);
            // No measurement: reading a million things takes longer than this on any machine.
            assertThat(watch.worst(1).getFirst().computed()).isLessThan(Duration.ofSeconds(1));
        }
    }

    /** What is only slow the first time, such as loading classes, is not what is watched. */
    private static void lookOnce(FxRobot robot) {
        choose(robot, "#rail-history");
        Robots.waitFor(robot, "#jobs", MillionTargetsFxTest::hasRows);
    }

    private static void choose(FxRobot robot, String rail) {
        robot.interact(() -> robot.lookup(rail).queryAs(ToggleButton.class).fire());
    }

    private static boolean hasRows(javafx.scene.Node table) {
        return !((TableView<?>) table).getItems().isEmpty();
    }

    private static TableView<?> jobs(FxRobot robot) {
        return robot.lookup("#jobs").queryAs(TableView.class);
    }

    private static TextField search(FxRobot robot) {
        return robot.lookup("#filter").queryAs(TextField.class);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void sortBy(FxRobot robot, TableColumn<?, ?> column) {
        TableView table = jobs(robot);
        table.getSortOrder().setAll(column);
    }
}
