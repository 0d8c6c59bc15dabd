package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
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
import java.util.stream.IntStream;

/** The quota in the plan: all types one click away, and what to do where it is too small. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class QuotaFxTest {
    @TempDir Path home;

    private LiveConsole live;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        ZoneSetup zone =
                ZoneSetup.of("zone-quota", "example.com", "www.example.com")
                        .withQuota("purge_url", 4, 10)
                        .withQuota("purge_prefix", 100, 10_000)
                        .withoutType("purge_cache_tag");
        live =
                new LiveConsole(
                        home,
                        EmulatorOptions.defaults().withZones(List.of(zone)),
                        SafetyLevel.NORMAL);
        ConsoleWindow.open(
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_280, 800)),
                stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    private static void paste(FxRobot robot, int count) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste the URLs"));
        robot.interact(
                () ->
                        Robots.setTargets(
                                robot,
                                IntStream.rangeClosed(1, count)
                                        .mapToObj(i -> "https://www.example.com/" + i)
                                        .toList()));
    }

    private static void awaitButton(FxRobot robot, String text) {
        Robots.waitFor(robot, "#go", b -> !b.isDisabled() && ((Button) b).getText().equals(text));
    }

    private List<String> accepted() {
        return live.edgeOne().accepted().stream()
                .map(AcceptedJob::targets)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void everyTypesQuotaIsOneClickFromTheForm(FxRobot robot) {
        Robots.waitFor(robot, "#quota-all", n -> n.isVisible());
        assertThat(Robots.isHidden(robot, "#quota-bars")).isTrue();
        robot.clickOn("#quota-all");
        Robots.waitFor(robot, "#quota-bars", n -> n.getParent().isVisible());
        assertThat(robot.lookup("#quota-purge_url").queryAs(ProgressBar.class))
                .returns(1.0, ProgressBar::getProgress)
                .returns("URLs: 10 of 10", ProgressBar::getAccessibleText);
        assertThat(robot.lookup("#quota-purge_prefix").queryAs(ProgressBar.class).getProgress())
                .isEqualTo(1);
        assertThat(robot.lookup("#quota-purge_cache_tag").query().getAccessibleText())
                .isEqualTo("Cache tags: not in the plan");
        assertThat(robot.lookup("#quota-purge_all").tryQuery()).isPresent();
        new Screenshots(stage).take("quota-bars");
    }

    @Test
    void whatFitsIsSentAndTheRestKept(FxRobot robot) {
        paste(robot, 13);
        Robots.waitFor(robot, "#fit-send", n -> n.isVisible());
        assertThat(robot.lookup("#go").query().isDisabled()).isTrue();
        assertThat(Robots.button(robot, "#fit-send").getText())
                .isEqualTo("Send 10 now, keep 3 for later");
        new Screenshots(stage).take("quota-too-small");
        robot.clickOn("#fit-send");
        awaitButton(robot, "Purge 10 URLs in 3 requests now, 3 later");
        new Screenshots(stage).take("quota-fit");
        assertThat(robot.lookup("#plan-quota-after").queryLabeled().getText()).isEqualTo("0");

        robot.clickOn("#go");
        Robots.waitUntil(() -> accepted().size() == 10);
        Robots.waitFor(
                robot,
                "#run-headline",
                l -> ((Label) l).getText().contains("3 targets wait for quota"));
        assertThat(live.history().jobs(JobFilter.ALL, 10)).hasSize(1);
        String job = live.history().jobs(JobFilter.ALL, 10).getFirst().job().id();
        assertThat(live.history().waiting(job).orElseThrow().targets()).isEqualTo(3);

        robot.interact(() -> robot.lookup("#run-show").queryAs(Hyperlink.class).fire());
        Robots.waitFor(
                robot,
                "#job-headline",
                l -> ((Label) l).getText().contains("3 targets wait for quota, from "));
        new Screenshots(stage).take("quota-history");
        Desk next = new Desk(live).signIn();
        assertThat(next.leftovers.jobsProperty().get()).hasSize(1);
        assertThat(next.leftovers.waitsProperty().get())
                .isEqualTo(live.history().waiting(job).orElseThrow());
    }

    @Test
    void theListIsShortenedWithOneClickAndBroughtBack(FxRobot robot) {
        paste(robot, 13);
        Robots.waitFor(robot, "#fit-shorten", n -> n.isVisible());
        assertThat(Robots.button(robot, "#fit-shorten").getText())
                .isEqualTo("Keep only the first 10 lines");
        robot.clickOn("#fit-shorten");
        awaitButton(robot, "Purge 10 URLs in 3 requests");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        Robots.waitFor(robot, "#fit-shorten", n -> n.isVisible());
    }

    @Test
    void whatWasPurgedJustNowIsSaidInThePlan(FxRobot robot) {
        paste(robot, 2);
        awaitButton(robot, "Purge 2 URLs in 1 request");
        robot.clickOn("#go");
        Robots.waitUntil(() -> accepted().size() == 2);
        Robots.waitFor(robot, "#keep", n -> n.isVisible());
        robot.clickOn("#keep");
        Robots.waitFor(
                robot,
                "#plan-recent",
                n ->
                        robot.from(n).lookup(".label").queryAllAs(Label.class).stream()
                                .anyMatch(l -> l.getText().contains("2 targets of this list")));
        awaitButton(robot, "Purge 2 URLs in 1 request");
        new Screenshots(stage).take("plan-recent");
    }
}
