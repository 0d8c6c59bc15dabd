package edgeone.purge.ui;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Duration;

/** The window in a process of its own, counting down before a whole-zone purge, to be killed. */
final class CountingProcess {
    private CountingProcess() {}

    /**
     * Prints {@code ready} once one second is left.
     *
     * @param args the home folder, and the address of the EdgeOne to purge
     */
    public static void main(String[] args) throws Exception {
        LiveConsole live =
                new LiveConsole(
                        Path.of(args[0]), EmulatorOptions.defaults(), SafetyLevel.NORMAL, args[1]);
        WindowSettings settings = new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_280, 800);
        Platform.startup(() -> ConsoleWindow.open(live.parts(settings), new Stage()));
        FxRobot robot = new FxRobot();
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        press(robot, "#type-purge_all");
        Robots.waitFor(robot, "#go", b -> !b.isDisabled());
        press(robot, "#go");
        Robots.waitFor(robot, "#confirm-zone", n -> true);
        robot.interact(
                () ->
                        robot.lookup("#confirm-zone")
                                .queryAs(TextField.class)
                                .setText("example.com"));
        press(robot, "#confirm-go");
        Robots.waitFor(robot, "#countdown-stop", n -> true);
        live.pass(Duration.ofSeconds(9));
        Robots.waitFor(
                robot, "#countdown-left", l -> ((Label) l).getText().equals("1 second left"));
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // Until it is killed.
        }
    }

    private static void press(FxRobot robot, String query) {
        robot.interact(() -> robot.lookup(query).queryAs(ButtonBase.class).fire());
    }
}
