package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.WindowSettings;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Draws the window in every dress into target/pictures, and finds nothing cut off in it. */
@ExtendWith(ApplicationExtension.class)
final class PicturesFxTest {
    @TempDir Path home;

    private LiveConsole live;
    private Screenshots pictures;

    @Start
    void start(Stage stage) throws IOException {
        live = LiveConsole.of(home);
        ConsoleWindow.open(
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_440, 900)),
                stage);
        pictures = new Screenshots(stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void theFormIsDrawnAndNothingIsCutOff(FxRobot robot) {
        Robots.waitFor(robot, "#go", b -> b.isVisible());
        pictures.take("purge-empty");
        robot.interact(
                () ->
                        Robots.setTargets(
                                robot,
                                List.of(
                                        "https://www.example.com/",
                                        "https://www.example.com/assets/app.8f31c2.js",
                                        "https://cdn.other-shop.com/logo.svg",
                                        "https://www.example.com/assets/app.8f31c2.css",
                                        "https://www.example.com/img/夏 季.jpg",
                                        "https://www.example.com/p/1024#reviews",
                                        "www.example.com/p/1025",
                                        "https://www.example.com/p/1026?color=red")));
        Robots.waitFor(robot, "#go", b -> !b.isDisabled());
        pictures.take("purge-plan");
        assertThat(Robots.button(robot, "#go").getText())
                .isEqualTo("Purge 6 URLs in 1 request, leave out 2 lines");
        robot.interact(() -> Robots.button(robot, "#go").fire());
        Robots.waitFor(robot, "#go", b -> ((Button) b).getText().equals("New purge"));
        pictures.take("purge-accepted");
        Robots.waitFor(
                robot,
                "#run-headline",
                b -> ((Label) b).getText().equals("1 of 6 targets were not purged."));
        pictures.take("purge-done");
        robot.interact(() -> robot.lookup("#run-show").queryAs(Hyperlink.class).fire());
        Robots.waitFor(
                robot,
                "#job-targets",
                t ->
                        ((TableView<?>) t).getItems().size() == 6
                                && robot.lookup(".badge").queryAll().size() > 6);
        pictures.take("history");
        robot.clickOn("#menu");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Dark");
        pictures.take("history-dark");
        robot.interact(() -> robot.lookup("#rail-purge").queryAs(ToggleButton.class).fire());
        robot.interact(() -> Robots.button(robot, "#go").fire());
        pictures.take("purge-dark");
        robot.clickOn("#menu");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("简体中文");
        robot.interact(() -> robot.lookup("#type-purge_prefix").queryAs(ToggleButton.class).fire());
        pictures.take("purge-dark-zh");
    }
}
