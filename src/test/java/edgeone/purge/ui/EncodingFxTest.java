package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import javafx.stage.Window;

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
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file that may be GB18030 is asked about, and read where a person says so. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class EncodingFxTest {
    private static final String TEXT = "https://www.example.com/新闻列表\nhttps://www.example.com/b";

    @TempDir Path home;
    private LiveConsole live;

    /** Names the same file whenever asked. */
    private record Meant(Path file) implements FileAsk {
        @Override
        public Optional<Path> open(Window over, String title, List<ExtensionFilter> kinds) {
            return Optional.of(file);
        }

        @Override
        public Optional<Path> save(Window over, String title, String name) {
            return Optional.empty();
        }
    }

    @Start
    void start(Stage stage) throws IOException {
        Path file = home.resolve("list.txt");
        Files.write(file, TEXT.getBytes(Charset.forName("GB18030")));
        live = LiveConsole.of(home);
        ConsoleParts parts =
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_280, 800));
        ConsoleWindow.open(parts.withFiles(new Meant(file)), stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    private static String text(FxRobot robot) {
        return robot.lookup("#target-lines").queryAs(CodeArea.class).getText();
    }

    @Test
    void nothingIsReadUntilAPersonHasSaidSo(FxRobot robot) {
        Robots.waitFor(robot, "#open", Node::isVisible);
        robot.interact(() -> ((ButtonBase) robot.lookup("#open").query()).fire());
        Robots.waitFor(robot, "#intake-gb18030", Node::isVisible);
        robot.type(KeyCode.ESCAPE);
        Robots.waitGone(robot, "#intake-gb18030");
        assertThat(text(robot)).isEmpty();
        robot.interact(() -> ((ButtonBase) robot.lookup("#open").query()).fire());
        Robots.waitFor(robot, "#intake-gb18030", Node::isVisible);
        robot.interact(() -> ((ButtonBase) robot.lookup("#intake-gb18030").query()).fire());
        Robots.waitUntil(() -> text(robot).equals(TEXT));
    }
}
