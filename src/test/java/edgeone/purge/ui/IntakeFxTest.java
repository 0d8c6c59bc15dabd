package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
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
import java.util.List;

/** What is pasted is read as what it is, can be had back as it was, and is mended with a click. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class IntakeFxTest {
    private static final String SITEMAP =
            """
            <urlset xmlns:image="i">
            <url><loc>https://www.example.com/a</loc>
            <image:image><image:loc>https://www.example.com/a.png</image:loc></image:image></url>
            <url><loc>https://www.example.com/b</loc></url>
            </urlset>\
            """;

    @TempDir Path home;
    private LiveConsole live;
    private Screenshots pictures;

    @Start
    void start(Stage stage) throws IOException {
        pictures = new Screenshots(stage);
        live = new LiveConsole(home, EmulatorOptions.defaults(), SafetyLevel.NORMAL);
        ConsoleWindow.open(
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_280, 800)),
                stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    private static void paste(FxRobot robot, String text) {
        robot.interact(
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                });
        robot.clickOn("#target-lines");
        keys(robot, KeyCode.A);
        keys(robot, KeyCode.V);
    }

    private static void keys(FxRobot robot, KeyCode code) {
        robot.press(KeyCode.CONTROL).type(code).release(KeyCode.CONTROL);
    }

    private static void awaitSaid(FxRobot robot, String said) {
        Robots.waitFor(
                robot,
                "#intake-said",
                n -> n.getParent().isVisible() && ((Label) n).getText().contains(said));
    }

    private static void awaitText(FxRobot robot, String text) {
        Robots.waitFor(robot, "#target-lines", n -> ((CodeArea) n).getText().equals(text));
    }

    private static void awaitButton(FxRobot robot, String text) {
        Robots.waitFor(robot, "#go", b -> ((ButtonBase) b).getText().equals(text));
    }

    @Test
    void aPastedSitemapIsReadAndUndoBringsItBack(FxRobot robot) {
        Robots.waitFor(robot, "#type-purge_url", n -> n.isVisible());
        paste(robot, SITEMAP);
        awaitSaid(robot, "Read as sitemap: 2 found, 1 left out");
        awaitButton(robot, "Purge 2 URLs in 1 request");
        awaitText(robot, "https://www.example.com/a\nhttps://www.example.com/b");
        pictures.take("intake-sitemap");
        robot.clickOn("#intake-add-IMAGES");
        awaitButton(robot, "Purge 3 URLs in 1 request");
        paste(robot, SITEMAP);
        awaitText(robot, "https://www.example.com/a\nhttps://www.example.com/b");
        keys(robot, KeyCode.Z);
        awaitText(robot, SITEMAP);
        Robots.waitUntil(() -> Robots.isHidden(robot, "#intake"));
    }

    @Test
    void itCanBeTakenAsPlainLines(FxRobot robot) {
        Robots.waitFor(robot, "#type-purge_url", n -> n.isVisible());
        paste(robot, SITEMAP);
        awaitSaid(robot, "Read as sitemap");
        robot.clickOn("#intake-plain");
        awaitText(robot, SITEMAP);
    }

    @Test
    void whereTwoReadingsArePossibleAPersonChooses(FxRobot robot) {
        Robots.waitFor(robot, "#type-purge_url", n -> n.isVisible());
        String text = "https://www.example.com/a,17\nhttps://www.example.com/b,3";
        paste(robot, text);
        awaitSaid(robot, "several ways");
        awaitText(robot, text);
        Robots.waitFor(
                robot,
                "#reason",
                r -> ((Label) r).getText().contains("Choose how to read the text"));
        assertThat(robot.lookup("#go").query().isDisabled()).isTrue();
        pictures.take("intake-choice");
        robot.clickOn("#intake-csv");
        awaitSaid(robot, "Read as CSV: 2 found, 0 left out");
        awaitText(robot, "https://www.example.com/a\nhttps://www.example.com/b");
        awaitButton(robot, "Purge 2 URLs in 1 request");
        assertThat(live.edgeOne().accepted()).isEmpty();
        paste(robot, text);
        awaitSaid(robot, "several ways");
        robot.clickOn("#intake-lines");
        Robots.waitFor(robot, "#go", go -> !go.isDisabled());
        paste(robot, text);
        awaitSaid(robot, "several ways");
        robot.interact(() -> Robots.setTargets(robot, List.of("https://www.example.com/c")));
        awaitButton(robot, "Purge 1 URL in 1 request");
    }

    @Test
    void aClickMendsEveryLineOfAKindAndUndoTakesItBack(FxRobot robot) {
        Robots.waitFor(robot, "#type-purge_url", n -> n.isVisible());
        String text = "\"https://www.example.com/a\",\n“https://www.example.com/b”";
        paste(robot, text);
        Robots.waitFor(robot, "#fix-UNWRAP", n -> n.isVisible());
        pictures.take("intake-fixes");
        robot.clickOn("#fix-UNWRAP");
        awaitText(robot, "https://www.example.com/a\nhttps://www.example.com/b");
        awaitButton(robot, "Purge 2 URLs in 1 request");
        keys(robot, KeyCode.Z);
        awaitText(robot, text);
    }

    @Test
    void aCutSitemapIsKeptAndSaid(FxRobot robot) {
        Robots.waitFor(robot, "#type-purge_url", n -> n.isVisible());
        String text = "<urlset>\n<url><loc>https://www.example.com/a</loc></url>\n<url>";
        paste(robot, text);
        awaitSaid(robot, "damaged or truncated at line 3");
        awaitText(robot, text);
    }
}
