package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.messages.Language;
import edgeone.purge.model.JobState;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Many targets are pasted and purged, and the JavaFX thread never does or awaits all at once. */
@Timeout(240)
@SuppressWarnings("try") // the watch is stopped before it is read
abstract class LongList {
    @TempDir Path home;

    private LiveConsole live;

    /** A multiple of 1,000. */
    abstract int lines();

    final void open(Stage stage) throws IOException {
        EmulatorOptions defaults = EmulatorOptions.defaults();
        var zone = defaults.zones().getFirst().withQuota("purge_url", 5_000, 1_000_000);
        live = new LiveConsole(home, defaults.withZones(List.of(zone)), SafetyLevel.NORMAL);
        ConsoleWindow.open(
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_440, 900)),
                stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void theWindowAnswersAllTheTime(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste the URLs"));
        warmUp(robot);
        String good = String.format(Locale.ENGLISH, "%,d", lines() - lines() / 1_000);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < lines(); i++) {
            lines.add(
                    i % 1_000 == 7
                            ? "www.example.com/without/scheme/" + i
                            : "https://www.example.com/products/" + i + "/detail?size=" + i % 40);
        }
        try (FxWatch watch = FxWatch.start()) {
            watch.doing("paste");
            robot.interact(() -> Robots.setTargets(robot, lines));
            Robots.waitFor(robot, "#go", b -> ((Button) b).getText().contains(good + " URLs"));
            watch.doing("submit");
            robot.interact(() -> Robots.button(robot, "#go").fire());
            Robots.waitFor(
                    robot,
                    "#run-headline",
                    l -> ((Label) l).getText().contains("all " + good + " targets"));
            watch.doing("history");
            robot.interact(() -> robot.lookup("#run-show").queryAs(Hyperlink.class).fire());
            Robots.waitFor(
                    robot,
                    "#job-targets",
                    t -> ((TableView<?>) t).getItems().size() == lines() - lines() / 1_000);
            watch.doing("scroll");
            for (int i = 0; i < 20; i++) {
                int row = i * (lines() / 20 - 10);
                robot.interact(
                        () -> robot.lookup("#job-targets").queryAs(TableView.class).scrollTo(row));
            }
            watch.close();
            assertThat(watch.caught()).isEmpty();
            assertThat(watch.count()).isGreaterThan(100);
            // No measurement: work on 100,000 things at once takes longer than this on any machine,
            // and drawing one frame does not even on a busy one.
            assertThat(watch.worst(1).getFirst().computed()).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(live.history().jobs(JobFilter.ALL, 1_000))
                .anySatisfy(
                        job -> {
                            assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
                            assertThat(job.targets().total()).isEqualTo(lines() - lines() / 1_000);
                        });
    }

    /** What runs for the first time is slow, long list or short; so a short one goes first. */
    private static void warmUp(FxRobot robot) {
        List<String> few = new ArrayList<>(List.of("nonsense"));
        for (int i = 0; i < 60; i++) {
            few.add("https://www.example.com/" + i);
        }
        robot.interact(() -> Robots.setTargets(robot, few));
        Robots.waitFor(robot, "#go", b -> ((Button) b).getText().contains("60 URLs"));
        robot.interact(() -> Robots.button(robot, "#go").fire());
        Robots.waitFor(
                robot, "#run-headline", l -> ((Label) l).getText().contains("all 60 targets"));
        robot.interact(() -> robot.lookup("#run-show").queryAs(Hyperlink.class).fire());
        Robots.waitFor(robot, "#job-targets", t -> ((TableView<?>) t).getItems().size() == 60);
        robot.interact(() -> robot.lookup("#rail-purge").queryAs(ToggleButton.class).fire());
        robot.interact(() -> Robots.button(robot, "#go").fire());
    }
}
