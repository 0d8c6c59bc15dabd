package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Deletes the journal while the window is open. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class JournalLossFxTest {
    /** Enough requests for a few seconds. */
    private static final int BATCHES = 100;

    @TempDir Path folder;

    private Path home;
    private Path saved;
    private LiveConsole live;
    private Stage stage;

    /** Always chooses the same file. */
    private record Meant(Path file) implements FileAsk {
        @Override
        public Optional<Path> open(Window over, String title, List<ExtensionFilter> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(Window over, String title, String name) {
            return Optional.of(file);
        }
    }

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        home = folder.resolve("home");
        saved = folder.resolve("requests.txt");
        live =
                new LiveConsole(
                        home,
                        EmulatorOptions.defaults()
                                .withZones(
                                        List.of(
                                                ZoneSetup.of(
                                                                "zone-loss",
                                                                "example.com",
                                                                "www.example.com")
                                                        .withQuota("purge_url", 1, 1_000_000))),
                        SafetyLevel.NORMAL);
        ConsoleParts parts =
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_280, 800));
        ConsoleWindow.open(parts.withFiles(new Meant(saved)), stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void aBannerStaysSendingStopsAndTheRequestsCanBeSaved(FxRobot robot) throws IOException {
        List<String> targets =
                IntStream.range(0, BATCHES).mapToObj(i -> "https://www.example.com/" + i).toList();
        Robots.waitFor(robot, "#target-lines", Node::isVisible);
        robot.interact(() -> Robots.setTargets(robot, targets));
        Robots.waitFor(robot, "#go", n -> !n.isDisabled());
        assertThat(Robots.isHidden(robot, "#journalBanner")).isTrue();
        robot.clickOn("#go");
        Robots.waitUntil(() -> !live.edgeOne().accepted().isEmpty());

        Files.delete(home.resolve("journal.db"));

        Robots.waitFor(robot, "#journalBanner", Node::isVisible);
        assertThat(((Label) robot.lookup("#journalBannerText").query()).getText())
                .contains(home.resolve("journal.db").toString());
        List<AcceptedJob> accepted = live.edgeOne().accepted();
        assertThat(accepted).hasSizeLessThan(BATCHES);
        new Screenshots(stage).take("journal-loss");

        robot.clickOn("#journalBannerSave");
        Robots.waitUntil(() -> Files.exists(saved));
        new Screenshots(stage).take("journal-loss-saved");
        List<String> lines = Files.readAllLines(saved);
        targets.forEach(target -> assertThat(lines).contains("    " + target));
        accepted.forEach(job -> assertThat(lines).anyMatch(line -> line.contains(job.jobId())));
        assertThat(live.edgeOne().accepted()).hasSameSizeAs(accepted);
        assertThat(home.resolve("journal.db")).doesNotExist();
        Robots.waitFor(robot, "#journalBanner", Node::isVisible);
    }
}
