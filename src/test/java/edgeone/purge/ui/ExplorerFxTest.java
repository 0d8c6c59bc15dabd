package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
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
import java.time.Duration;
import java.util.List;

/** Calls by hand: from a purge to its call, its code, the form, and to the history. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class ExplorerFxTest {
    private static final String PAGE = "https://www.example.com/";

    @TempDir Path home;

    private LiveConsole live;
    private ConsoleWindow console;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        live = new LiveConsole(home, EmulatorOptions.defaults(), SafetyLevel.NORMAL);
        console =
                ConsoleWindow.open(
                        live.parts(
                                        new WindowSettings(
                                                Theme.LIGHT, Language.ENGLISH, "", 1_024, 640))
                                .withCalls(live.calls())
                                .withExplorer(live.explorer()),
                        stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(TextInputControl.class).getText();
    }

    private static void tab(FxRobot robot, int at) {
        robot.interact(
                () ->
                        robot.lookup("#explorer-tabs")
                                .queryAs(TabPane.class)
                                .getSelectionModel()
                                .select(at));
    }

    private static void fire(FxRobot robot, String query) {
        Robots.waitFor(robot, query, b -> !b.isDisabled());
        robot.interact(() -> Robots.button(robot, query).fire());
    }

    private static void says(FxRobot robot, String query, String what) {
        Robots.waitFor(robot, query, a -> ((TextInputControl) a).getText().contains(what));
    }

    private void explore(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        Robots.waitFor(robot, "#explorer-json", Node::isVisible);
    }

    private static void type(FxRobot robot, String type) {
        robot.interact(
                () ->
                        robot.lookup("#explorer-in-Type")
                                .<ComboBox<String>>queryAs(comboBox())
                                .setValue(type));
    }

    @SuppressWarnings("unchecked")
    private static Class<ComboBox<String>> comboBox() {
        return (Class<ComboBox<String>>) (Class<?>) ComboBox.class;
    }

    private static void write(FxRobot robot, String query, String text) {
        robot.interact(() -> robot.lookup(query).queryAs(TextInputControl.class).setText(text));
    }

    @Test
    void fromAPurgeToItsCodeToACallByHandToTheHistory(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        robot.interact(() -> Robots.setTargets(robot, List.of(PAGE + "a")));
        Robots.waitFor(robot, "#go", b -> !b.isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Robots.waitFor(robot, "#run-headline", l -> ((Label) l).getText().contains("purged"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        Robots.waitFor(robot, "#calls", t -> ((TableView<?>) t).getItems().size() > 3);
        robot.interact(() -> robot.lookup("#calls-no-reads").queryAs(ToggleButton.class).fire());
        Robots.waitFor(robot, "#calls", t -> ((TableView<?>) t).getItems().size() == 1);
        robot.interact(() -> robot.lookup("#calls").queryTableView().getSelectionModel().select(0));
        Robots.waitFor(robot, "#call-explore", b -> b.isVisible() && !b.isDisabled());
        robot.interact(() -> robot.lookup("#call-as-code").queryAs(ToggleButton.class).fire());
        says(robot, "#call-code-text", PAGE + "a");
        new Screenshots(stage).take("inspector-code-small");

        fire(robot, "#call-explore");
        says(robot, "#explorer-json", PAGE + "a");
        assertThat(text(robot, "#explorer-in-Targets")).isEqualTo(PAGE + "a");
        write(robot, "#explorer-in-Targets", PAGE + "b\n" + PAGE + "c");
        assertThat(text(robot, "#explorer-json")).contains(PAGE + "b", PAGE + "c");
        tab(robot, 1);
        says(robot, "#explorer-code", PAGE + "c");
        new Screenshots(stage).take("explorer-small");
        fire(robot, "#explorer-send");
        says(robot, "#explorer-reply", "JobId");
        assertThat(live.edgeOne().accepted()).hasSize(2);
        assertThat(text(robot, "#explorer-reply"))
                .contains(live.edgeOne().accepted().getLast().jobId());

        fire(robot, "#explorer-job");
        Robots.waitFor(robot, "#job-targets", t -> ((TableView<?>) t).getItems().size() == 2);
        assertThat(live.history().jobs(JobFilter.ALL, 9)).hasSize(2);
    }

    @Test
    void theMockAnswersAndNothingElseHears(FxRobot robot) {
        explore(robot);
        type(robot, "purge_url");
        write(robot, "#explorer-in-Targets", PAGE + "a");
        int before = live.edgeOne().calls().size();

        fire(robot, "#explorer-mock");
        says(robot, "#explorer-reply", "JobId");

        assertThat(live.edgeOne().calls()).hasSize(before);
        assertThat(live.history().jobs(JobFilter.ALL, 1)).isEmpty();
        assertThat(robot.lookup("#explorer-job").query().isVisible()).isFalse();
    }

    @Test
    void everyStageOfTheSignatureFollowsWhatIsTyped(FxRobot robot) {
        explore(robot);
        tab(robot, 2);
        says(robot, "#explorer-signature", "TC3-HMAC-SHA256 Credential=");
        String before = text(robot, "#explorer-signature");

        type(robot, "purge_all");

        says(robot, "#explorer-signature", "purge_all");
        assertThat(text(robot, "#explorer-signature"))
                .isNotEqualTo(before)
                .contains("content-type;host", "TC3-HMAC-SHA256\n")
                .doesNotContain(live.edgeOne().secretKey());
    }

    @Test
    void aWideCallIsGuardedLikeEveryWidePurge(FxRobot robot) {
        explore(robot);
        type(robot, "purge_all");
        fire(robot, "#explorer-send");
        Robots.waitFor(robot, "#confirm-zone", Node::isVisible);
        assertThat(robot.lookup("#confirm-go").query().isDisabled()).isTrue();
        String zone = live.edgeOne().zones().getFirst().name();
        robot.interact(() -> robot.lookup("#confirm-zone").queryAs(TextField.class).setText(zone));
        fire(robot, "#confirm-go");
        Robots.waitFor(robot, "#countdown-stop", Node::isVisible);
        assertThat(live.edgeOne().accepted()).isEmpty();
        live.pass(Duration.ofSeconds(20));
        says(robot, "#explorer-reply", "JobId");
        assertThat(live.edgeOne().accepted()).hasSize(1);
    }

    @Test
    void bodiesByHandAreCheckedWithThePositionOfWhatIsWrong(FxRobot robot) {
        explore(robot);
        write(robot, "#explorer-json", "{\n \"ZoneId\": oops}");
        Robots.waitFor(
                robot, "#explorer-notes", l -> ((Label) l).getText().contains("line 2, column"));
        assertThat(robot.lookup("#explorer-send").query().isDisabled()).isTrue();

        robot.interact(
                () ->
                        robot.lookup("#explorer-action")
                                .queryAs(comboBox())
                                .setValue("DescribeZones"));
        write(robot, "#explorer-json", "{\"Limit\": 1, \"Colour\": \"red\"}");
        assertThat(text(robot, "#explorer-in-Limit")).isEqualTo("1");
        write(robot, "#explorer-in-Limit", "2");
        assertThat(text(robot, "#explorer-json")).contains("\"Limit\": 2", "Colour");
        robot.interact(
                () -> robot.lookup("#explorer-required").queryAs(CheckBox.class).setSelected(true));
        assertThat(robot.lookup("#explorer-in-Order").query().getParent().isVisible()).isFalse();
        int before = live.edgeOne().calls().size();
        fire(robot, "#explorer-send");
        Robots.waitFor(robot, "#explorer-odd-go", Node::isVisible);
        assertThat(live.edgeOne().calls()).hasSize(before);
        fire(robot, "#explorer-odd-go");
        Robots.waitUntil(() -> live.edgeOne().calls().size() > before);
    }

    @Test
    void inChineseToo(FxRobot robot) {
        explore(robot);
        robot.interact(() -> console.window().changeTheme(Theme.DARK));
        robot.interact(() -> console.window().changeLanguage(Language.CHINESE));
        Robots.waitFor(
                robot, "#explorer-send", b -> ((Button) b).getText().equals("发起调用"));
        tab(robot, 2);
        says(robot, "#explorer-signature", "TC3-HMAC-SHA256");
        new Screenshots(stage).take("explorer-small-dark-chinese");
        assertThat(text(robot, "#explorer-json")).contains("ZoneId");
    }
}
