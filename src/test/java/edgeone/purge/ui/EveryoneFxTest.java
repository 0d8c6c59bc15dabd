package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.journal.OpenJournal;
import edgeone.purge.journal.ProgressRepository.Fate;
import edgeone.purge.messages.Language;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.Origin;
import edgeone.purge.model.Provenance;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.team.RealPostgres;
import edgeone.purge.team.read.TeamHistory;
import edgeone.purge.team.read.TeamTables;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The history of everyone in the window, from a real database that goes away and comes back. */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
final class EveryoneFxTest {
    private static final String GOOD = "https://www.example.com/good";
    private static final String BAD = "https://www.example.com/bad";

    @TempDir private Path home;
    @TempDir private Path colleagues;
    @TempDir private Path data;

    private Stage window;
    private ConsoleWindow console;
    private RealPostgres postgres;
    private TeamTables tables;
    private TeamHistory team;
    private OpenJournal colleague;
    private LiveConsole live;

    @Start
    void start(Stage stage) throws Exception {
        window = stage;
        postgres = RealPostgres.start(data);
        tables = new TeamTables(postgres);
        team = tables.history();
        colleague = new OpenJournal(colleagues);
        live = new LiveConsole(home, EmulatorOptions.defaults(), SafetyLevel.NORMAL);
        purge("job-of-li", "li");
        tables.publish(colleague.file());
        console =
                ConsoleWindow.open(
                        live.parts(
                                        new WindowSettings(
                                                Theme.LIGHT, Language.ENGLISH, "", 1_440, 900))
                                .withEveryone(() -> Optional.of(team)),
                        stage);
    }

    @AfterEach
    void close() throws Exception {
        live.close();
        team.close();
        colleague.close();
        tables.close();
        postgres.close();
    }

    /** A job of which one of two targets failed. */
    private void purge(String id, String person) {
        colleague.jobs.create(
                new Job(
                                id,
                                Instant.now(),
                                "production",
                                "account of " + person,
                                "fingerprint",
                                live.connection().endpoint(),
                                live.edgeOne().zones().getFirst().id(),
                                "example.com",
                                PurgeType.URL,
                                null,
                                List.of(),
                                null)
                        .from(
                                new Provenance(
                                        Origin.HERE,
                                        "OPS-42 \u202efixed",
                                        person,
                                        "desk-7",
                                        "1.2.3",
                                        "4xyz")),
                List.of(List.of(GOOD, BAD)));
        colleague.send(id, 1);
        colleague.batches.accepted(id, 1, "task-of-" + id, "request-of-" + id, Map.of());
        colleague.progress.progressed(
                id,
                1,
                Map.of(
                        GOOD,
                        new Fate(TargetState.SUCCEEDED, null, null),
                        BAD,
                        new Fate(TargetState.FAILED, "internal error", null)));
    }

    private static void awaitRows(FxRobot robot, int count) {
        Robots.waitFor(robot, "#jobs", t -> ((TableView<?>) t).getItems().size() == count);
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ToggleButton.class).setSelected(true));
    }

    private static boolean isOffered(FxRobot robot, String id) {
        Button button = robot.lookup(id).queryButton();
        return button.isVisible() && !button.isDisabled();
    }

    @Test
    void colleaguesJobsAreSeenLiveAndRetriedAsOnesOwn(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        awaitRows(robot, 0);
        press(robot, "#whose-everyone");
        awaitRows(robot, 1);
        assertThat(robot.lookup("#jobs .table-cell").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("li", "desk-7", "1.2.3");

        purge("job-of-zhao", "zhao");
        tables.publish(colleague.file());
        awaitRows(robot, 2);

        TableView<JobSummary> table = robot.lookup("#jobs").query();
        robot.interact(() -> table.getSelectionModel().select(1));
        Robots.waitFor(
                robot, "#job-other", l -> ((Label) l).getText().startsWith("li submitted this"));
        assertThat(isOffered(robot, "#finish")).as("finish").isFalse();
        assertThat(isOffered(robot, "#evidence")).as("evidence").isFalse();
        assertThat(isOffered(robot, "#again")).as("again").isTrue();
        assertThat(isOffered(robot, "#edit")).as("edit").isTrue();
        new Screenshots(window).take("everyone");

        robot.interact(() -> robot.lookup("#retry").queryButton().fire());
        Robots.waitUntil(() -> live.history().size() == 1);
        Job mine = live.history().jobs(JobFilter.ALL, 1).getFirst().job();
        assertThat(mine.provenance().note()).contains("OPS-42", "(retries job-of-li of li)");
        assertThat(mine.retryOf()).isNull();
        assertThat(live.history().targets(mine.id(), List.of(), 0, 9))
                .extracting(t -> t.target())
                .containsExactly(BAD);

        press(robot, "#whose-mine");
        awaitRows(robot, 1);
        survivesWithoutTheDatabase(robot);
    }

    private void survivesWithoutTheDatabase(FxRobot robot) throws Exception {
        press(robot, "#whose-everyone");
        awaitRows(robot, 2);
        postgres.stop();
        Robots.waitFor(
                robot, "#everyone-line", l -> l.isVisible() && !((Label) l).getText().isEmpty());
        awaitRows(robot, 2);
        new Screenshots(window).take("everyone-gone");
        postgres.startServer();
        Robots.waitFor(robot, "#everyone-line", l -> !l.isVisible());
        robot.interact(
                () -> {
                    console.window().changeTheme(Theme.DARK);
                    console.window().changeLanguage(Language.CHINESE);
                    window.setWidth(1_024);
                    window.setHeight(640);
                });
        Robots.waitFor(robot, "#whose-everyone", b -> ((Labeled) b).getText().equals("整个团队"));
        awaitRows(robot, 2);
        TableView<?> table = robot.lookup("#jobs").query();
        assertThat(table.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum())
                .as("width of all columns")
                .isLessThanOrEqualTo(table.getWidth());
        new Screenshots(window).take("everyone-dark-chinese");
    }
}
