package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.messages.Language;
import edgeone.purge.model.Origin;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
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

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/** What others purged appears in the history, marked, and is nobody's here to continue. */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
final class SyncFxTest {
    @TempDir Path home;
    @TempDir Path folder;

    private LiveConsole live;
    private Stage window;

    @Start
    void start(Stage stage) throws Exception {
        window = stage;
        live =
                new LiveConsole(
                        home,
                        EmulatorOptions.defaults()
                                .withFolder(folder)
                                .withVisibilityLag(Duration.ZERO),
                        SafetyLevel.NORMAL);
        purgedElsewhere("first", "failed");
        ConsoleWindow.open(
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_024, 640)),
                stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    private void purgedElsewhere(String taskId, String fate) throws Exception {
        Files.writeString(
                folder.resolve("accepted.jsonl"),
                """
                {"jobId":"%s","zone":"%s","type":"purge_url","method":"invalidate","targets":\
                ["https://www.example.com/%s"],"tagDomains":[],"time":"%s","visibleMillis":0,\
                "processingMillis":0,"fates":{"0":"%s"}}
                """
                        .formatted(
                                taskId,
                                live.edgeOne().zones().getFirst().id(),
                                taskId,
                                Instant.now(),
                                fate),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static void waitForRows(FxRobot robot, int count) {
        Robots.waitFor(robot, "#jobs", t -> ((TableView<?>) t).getItems().size() == count);
    }

    private static boolean isOffered(FxRobot robot, String id) {
        Button button = robot.lookup(id).queryButton();
        return button.isVisible() && !button.isDisabled();
    }

    @Test
    void othersPurgesAreReadInTheBackgroundAndOnDemand(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        waitForRows(robot, 1);
        TableView<?> table = robot.lookup("#jobs").query();
        robot.interact(
                () -> {
                    table.requestFocus();
                    table.getSelectionModel().select(0);
                });
        Robots.waitFor(
                robot, "#job-other", l -> ((Label) l).getText().startsWith("Not from here:"));
        assertThat(robot.lookup("#jobs .table-cell").queryAllAs(Labeled.class))
                .anyMatch(cell -> "Not from here".equals(cell.getText()));
        assertThat(isOffered(robot, "#retry")).isFalse();
        assertThat(isOffered(robot, "#finish")).isFalse();
        assertThat(isOffered(robot, "#again")).isTrue();
        assertThat(isOffered(robot, "#edit")).isTrue();

        new Screenshots(window).take("not-from-here");

        purgedElsewhere("second", "success");
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        waitForRows(robot, 2);
        Robots.waitFor(
                robot,
                "#sync-line",
                l ->
                        ((Label) l)
                                .getText()
                                .equals("New purges from elsewhere: 1. Already known: 1."));
        again(robot);
        failsQuietly(robot);
    }

    /** A purge again is a job of ours. */
    private void again(FxRobot robot) {
        robot.interact(() -> robot.lookup("#again").queryButton().fire());
        Robots.waitFor(robot, "#confirm-go", b -> !b.isDisabled());
        robot.interact(() -> robot.lookup("#confirm-go").queryButton().fire());
        waitForRows(robot, 3);
        assertThat(live.history().jobs(JobFilter.ALL.withOrigin(Origin.HERE), 10)).hasSize(1);
    }

    private void failsQuietly(FxRobot robot) {
        live.edgeOne().useFaults(FaultPlan.parse("DescribePurgeTasks:deny"));
        robot.interact(() -> robot.lookup("#sync").queryButton().fire());
        Robots.waitFor(
                robot,
                "#sync-line",
                l -> ((Label) l).getText().startsWith("What others purged could not be read:"));
        assertThat(robot.lookup(".dialog-pane").tryQuery()).isEmpty();
    }
}
