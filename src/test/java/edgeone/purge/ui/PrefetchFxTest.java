package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.messages.Language;
import edgeone.purge.model.Job;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PrefetchOptions.Header;
import edgeone.purge.model.PrefetchOptions.Mode;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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

/** The form offers a prefetch beside the five purges. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class PrefetchFxTest {
    @TempDir Path home;

    private LiveConsole live;

    @Start
    void start(Stage stage) throws IOException {
        live = new LiveConsole(home, EmulatorOptions.defaults(), SafetyLevel.NORMAL);
        ConsoleWindow.open(
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_024, 640)),
                stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void itIsFilledInSentAndTold(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        assertThat(robot.lookup("#prefetch-edge").tryQuery().filter(Node::isVisible)).isEmpty();
        robot.clickOn("#type-prefetch_url");
        Robots.waitFor(robot, "#prefetch-edge", Node::isVisible);
        robot.interact(
                () ->
                        Robots.setTargets(
                                robot,
                                List.of(
                                        "https://www.example.com/a.txt",
                                        "https://www.example.com/none")));
        robot.clickOn("#prefetch-headers");
        robot.write("Cookie: a=b");
        Robots.waitFor(
                robot, "#reason", r -> ((Label) r).getText().contains("would sign someone in"));
        assertThat(Robots.button(robot, "#go").isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#prefetch-headers").queryTextInputControl().clear());
        robot.write("Accept: text/plain");
        robot.clickOn("#prefetch-edge");
        robot.clickOn("#prefetch-segments");
        Robots.waitFor(
                robot,
                "#prefetch-cost",
                c -> ((Label) c).getText().matches("(?s).*1,000 a day.*Each media segment.*"));
        Robots.waitFor(
                robot,
                "#go",
                b -> !b.isDisabled() && text(b).equals("Prefetch 2 URLs in 1 request"));
        robot.clickOn("#go");
        Robots.waitFor(
                robot,
                "#run-headline",
                h -> ((Label) h).getText().equals("1 of 2 URLs not prefetched."));
        Robots.waitFor(robot, "#end", Node::isVisible);
        Job job = live.history().jobs(JobFilter.ALL, 1).getFirst().job();
        assertThat(job.type()).isEqualTo(PurgeType.PREFETCH);
        assertThat(job.prefetch())
                .isEqualTo(
                        new PrefetchOptions(
                                Mode.EDGE, List.of(new Header("Accept", "text/plain")), true));
        assertThat(live.edgeOne().accepted().getFirst().isPrefetch()).isTrue();
        robot.clickOn("#run-show");
        Robots.waitFor(robot, "#job-line", l -> ((Label) l).getText().contains("To the edge"));
        assertThat(robot.lookup("#save-recipe").tryQuery().filter(Node::isVisible)).isEmpty();
    }

    private static String text(Node button) {
        return ((Button) button).getText();
    }
}
