package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.geometry.Bounds;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the window starts with, and what it adds afterwards (decision 6). */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class FirstFrameFxTest {
    private static final List<String> FORM =
            List.of("#target-lines", "#type-purge_url", "#zone-picker", "#purge-note", "#go");

    private static final List<String> LATER =
            List.of("#rail-history", "#menu", "#linkText", "#recipe-save", "#doctor-toggle");

    @TempDir Path home;

    private Stage stage;
    private LiveConsole live;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        live = LiveConsole.of(home);
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void theFormIsThereAtOnceAndDoesNotMoveWhenTheRestIsAdded(FxRobot robot) {
        ConsoleWindow console =
                ConsoleWindow.of(
                        live.parts(
                                new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_440, 900)));
        List<Bounds> first = new ArrayList<>();
        robot.interact(
                () -> {
                    console.show(stage);
                    assertThat(FORM).allMatch(this::isThere);
                    assertThat(LATER).noneMatch(this::isThere);
                    first.addAll(places());
                });

        LATER.forEach(query -> Robots.waitFor(robot, query, _ -> true));

        assertThat(places()).isEqualTo(first);
        robot.interact(() -> console.window().changeLanguage(Language.CHINESE));
        assertThat(Stream.concat(FORM.stream(), LATER.stream())).allMatch(this::isThere);
    }

    private List<Bounds> places() {
        return FORM.stream()
                .map(query -> stage.getScene().lookup(query))
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .toList();
    }

    private boolean isThere(String query) {
        return stage.getScene().lookup(query) != null;
    }
}
