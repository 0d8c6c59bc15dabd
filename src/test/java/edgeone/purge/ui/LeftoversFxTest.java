package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.engine.Consent;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.messages.Language;
import edgeone.purge.model.JobState;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

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

/** The window offers at the start to finish the jobs of an earlier run. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class LeftoversFxTest {
    @TempDir Path home;

    private LiveConsole live;
    private Stage stage;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        try (LiveConsole earlier = LiveConsole.of(home)) {
            leaveAJobOpen(earlier);
        }
        live = LiveConsole.of(home);
        ConsoleWindow.open(
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_280, 800)),
                stage);
    }

    private static void leaveAJobOpen(LiveConsole console) throws Exception {
        Zone zone = console.engine().zones(console.connection()).getFirst();
        Plan plan =
                console.engine()
                        .plan(
                                new PurgeDraft(
                                        zone,
                                        PurgeType.URL,
                                        null,
                                        "https://www.example.com/a\nhttps://www.example.com/b",
                                        List.of(),
                                        true),
                                console.engine().facts(console.connection(), zone));
        RunControl stopped = new RunControl();
        stopped.keep();
        console.engine().submit(console.connection(), plan, Consent.NONE, Progress.SILENT, stopped);
    }

    @AfterEach
    void close() throws IOException {
        live.close();
    }

    @Test
    void theWindowAsksAndSendsTheRestOnce(FxRobot robot) {
        Robots.waitFor(robot, "#banner", n -> n.isVisible());
        assertThat(((Label) robot.lookup("#bannerText").query()).getText())
                .startsWith("An earlier run left 1 job unfinished (0 with an unknown outcome).");
        assertThat(live.edgeOne().accepted()).isEmpty();
        new Screenshots(stage).take("leftovers");
        robot.clickOn("#bannerYes");
        Robots.waitFor(
                robot,
                "#bannerText",
                l -> ((Label) l).getText().startsWith("Finished sending 1 job"));
        Robots.waitUntil(
                () ->
                        live.history().jobs(JobFilter.ALL, 1_000).getFirst().state()
                                == JobState.SUCCEEDED);
        assertThat(live.edgeOne().accepted()).hasSize(1);
        robot.clickOn("#bannerNo");
        Robots.waitUntil(() -> Robots.isHidden(robot, "#banner"));
    }
}
