package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.messages.Language;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.recipes.Recipe;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
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

import java.nio.file.Path;
import java.util.List;

/** Recipes beside the form: saved from it, filled in with values, by keyboard alone. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class RecipeFxTest {
    private static final String LINE = "https://www.example.com/${VERSION}/app.js";

    @TempDir Path home;
    private LiveConsole live;
    private Stage stage;

    @Start
    void start(Stage opened) throws Exception {
        stage = opened;
        live = new LiveConsole(home, EmulatorOptions.defaults(), SafetyLevel.NORMAL);
        String zone = live.edgeOne().zones().getFirst().id();
        live.recipes().save(recipe("release", zone, "example.com", LINE), false);
        live.recipes().save(recipe("gone", "zone-gone", "old.org", LINE), false);
        live.recipes().save(recipe("false", zone, "staging.org", LINE), false);
        ConsoleWindow.open(
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_280, 800)),
                stage);
    }

    private static Recipe recipe(String name, String zone, String zoneName, String line) {
        return new Recipe(name, zone, zoneName, PurgeType.URL, null, List.of(line), List.of());
    }

    @AfterEach
    void close() {
        live.close();
    }

    private static void choose(FxRobot robot, String name) {
        Robots.waitFor(robot, "#recipes", n -> names(n).contains(name));
        // A zone has to be there before a recipe can say what becomes of it.
        Robots.waitFor(robot, "#reason", n -> ((Label) n).getText().contains("Paste"));
        robot.interact(
                () -> {
                    ListView<?> list = robot.lookup("#recipes").queryListView();
                    list.getSelectionModel().select(names(list).indexOf(name));
                    list.requestFocus();
                });
        robot.type(KeyCode.ENTER);
    }

    private static List<String> names(Node list) {
        return ((ListView<?>) list).getItems().stream().map(r -> ((Recipe) r).name()).toList();
    }

    private static void awaitText(FxRobot robot, String text) {
        Robots.waitFor(robot, "#target-lines", n -> ((CodeArea) n).getText().equals(text));
    }

    @Test
    void aRecipeIsFilledInAndSentByKeyboardAlone(FxRobot robot) {
        choose(robot, "release");
        Robots.waitFor(robot, "#recipe-var-VERSION", Node::isFocused);
        robot.type(KeyCode.ENTER);
        Robots.waitFor(
                robot,
                "#recipe-wrong",
                n -> n.isVisible() && ((Label) n).getText().contains("the value of VERSION"));
        robot.type(KeyCode.DIGIT7);
        Robots.waitFor(robot, "#recipe-sample", n -> ((Label) n).getText().contains("/7/"));
        new Screenshots(stage).take("recipe");
        robot.type(KeyCode.ENTER);
        Robots.waitGone(robot, "#recipe-var-VERSION");
        awaitText(robot, "https://www.example.com/7/app.js");
        Robots.waitFor(robot, "#go", n -> !n.isDisabled());
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        Robots.waitUntil(() -> !live.edgeOne().accepted().isEmpty());
        assertThat(live.edgeOne().accepted().getFirst().targets())
                .containsExactly("https://www.example.com/7/app.js");
        assertThat(newestRecipe()).isEqualTo("release");

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        Robots.waitFor(robot, "#jobs", t -> ((TableView<?>) t).getItems().size() == 1);
        robot.interact(() -> robot.lookup("#jobs").queryTableView().getSelectionModel().select(0));
        Robots.waitFor(
                robot,
                "#link-recipe",
                n -> n.isVisible() && ((Labeled) n).getText().contains("\"release\""));
        robot.interact(() -> robot.lookup("#link-recipe").queryAs(ButtonBase.class).fire());
        Robots.waitFor(robot, "#recipe-var-VERSION", Node::isFocused);
    }

    private String newestRecipe() {
        return String.valueOf(
                live.history().jobs(JobFilter.ALL, 1).getFirst().job().provenance().recipe());
    }

    @Test
    void whatIsTypedAfterwardsIsNoLongerTheRecipe(FxRobot robot) {
        choose(robot, "release");
        Robots.waitFor(robot, "#recipe-var-VERSION", Node::isFocused);
        robot.type(KeyCode.DIGIT7);
        robot.type(KeyCode.ENTER);
        Robots.waitGone(robot, "#recipe-var-VERSION");
        awaitText(robot, "https://www.example.com/7/app.js");
        robot.interact(() -> Robots.setTargets(robot, List.of("https://www.example.com/other")));
        Robots.waitFor(robot, "#go", n -> !n.isDisabled());
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        Robots.waitUntil(() -> !live.edgeOne().accepted().isEmpty());
        assertThat(newestRecipe()).isEqualTo("null");
    }

    @Test
    void thePaletteFindsARecipe(FxRobot robot) {
        Robots.waitFor(robot, "#recipes", n -> names(n).contains("release"));
        Robots.waitFor(robot, "#reason", n -> ((Label) n).getText().contains("Paste"));
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
        Robots.waitFor(robot, "#jobs", Node::isVisible);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        Robots.waitFor(robot, "#palette-search", Node::isFocused);
        robot.write("releas");
        Robots.waitFor(
                robot,
                "#palette-list",
                n -> ((ListView<?>) n).getItems().toString().contains("RECIPE"));
        robot.type(KeyCode.ENTER);
        Robots.waitFor(robot, "#recipe-var-VERSION", Node::isFocused);
        robot.type(KeyCode.DIGIT7).type(KeyCode.ENTER);
        awaitText(robot, "https://www.example.com/7/app.js");
    }

    @Test
    void whatTheEditorHeldComesBackWithUndo(FxRobot robot) {
        Robots.waitFor(robot, "#target-lines", Node::isVisible);
        robot.interact(() -> Robots.setTargets(robot, List.of("https://www.example.com/mine")));
        Robots.waitFor(robot, "#go", n -> !n.isDisabled());
        Robots.waitFor(robot, "#recipes", n -> names(n).contains("release"));
        robot.interact(
                () -> {
                    ListView<?> list = robot.lookup("#recipes").queryListView();
                    list.getSelectionModel().select(names(list).indexOf("release"));
                    ((ButtonBase) robot.lookup("#recipe-use").query()).fire();
                });
        Robots.waitFor(robot, "#recipe-var-VERSION", Node::isFocused);
        robot.type(KeyCode.DIGIT7).type(KeyCode.ENTER);
        awaitText(robot, "https://www.example.com/7/app.js");
        robot.interact(() -> robot.lookup("#target-lines").query().requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        awaitText(robot, "https://www.example.com/mine");
    }

    @Test
    void aZoneThatIsGoneOrRenamedIsToldAndTheFormStays(FxRobot robot) {
        choose(robot, "gone");
        Robots.waitFor(robot, ".console-dialog .label", n -> said(robot, "old.org, is gone"));
        Robots.waitFor(robot, ".console-dialog", n -> n.getScene().getWindow().isFocused());
        robot.type(KeyCode.ESCAPE);
        Robots.waitGone(robot, ".console-dialog");
        choose(robot, "false");
        Robots.waitFor(
                robot, ".console-dialog .label", n -> said(robot, "is now called example.com"));
        awaitText(robot, "");
    }

    private static boolean said(FxRobot robot, String text) {
        return robot.lookup(".console-dialog .label").queryAll().stream()
                .anyMatch(n -> ((Labeled) n).getText().contains(text));
    }

    @Test
    void theFormIsSavedUnderANameThatIsFree(FxRobot robot) throws Exception {
        choose(robot, "release");
        Robots.waitFor(robot, "#recipe-var-VERSION", Node::isFocused);
        robot.type(KeyCode.ESCAPE);
        Robots.waitGone(robot, "#recipe-var-VERSION");
        robot.interact(
                () -> {
                    ((ButtonBase) robot.lookup("#type-purge_prefix").query()).fire();
                    Robots.setTargets(robot, List.of("https://www.example.com/${DIR}/", "", "x"));
                });
        Robots.waitFor(robot, "#target-lines", n -> ((CodeArea) n).getText().endsWith("x"));
        robot.interact(() -> ((ButtonBase) robot.lookup("#recipe-save").query()).fire());
        Robots.waitFor(robot, "#recipe-name", Node::isFocused);
        robot.interact(() -> ((TextField) robot.lookup("#recipe-name").query()).setText("Release"));
        robot.type(KeyCode.ENTER);
        Robots.waitFor(
                robot,
                "#recipe-wrong",
                n -> n.isVisible() && ((Label) n).getText().contains("already is a recipe"));
        assertThat(robot.lookup("#recipe-replace").query().isVisible()).isTrue();
        robot.interact(() -> ((TextField) robot.lookup("#recipe-name").query()).setText("dirs"));
        robot.type(KeyCode.ENTER);
        Robots.waitFor(robot, "#recipes", n -> names(n).contains("dirs"));
        Robots.waitGone(robot, "#recipe-name");
        Recipe saved = live.recipes().find("dirs");
        assertThat(saved.lines()).containsExactly("https://www.example.com/${DIR}/", "x");
        assertThat(saved.type()).isEqualTo(PurgeType.PREFIX);
        assertThat(saved.method()).isEqualTo(PurgeMethod.INVALIDATE);
        assertThat(saved.zoneName()).isEqualTo("example.com");
    }

    @Test
    void aJobIsSavedAsARecipe(FxRobot robot) throws Exception {
        Robots.waitFor(robot, "#target-lines", Node::isVisible);
        robot.interact(() -> Robots.setTargets(robot, List.of("https://www.example.com/b", "x")));
        Robots.waitFor(robot, "#go", n -> !n.isDisabled());
        robot.interact(() -> ((ButtonBase) robot.lookup("#go").query()).fire());
        Robots.waitFor(robot, "#run-show", Node::isVisible);
        robot.interact(() -> ((ButtonBase) robot.lookup("#run-show").query()).fire());
        Robots.waitFor(robot, "#save-recipe", Node::isVisible);
        Robots.waitFor(robot, "#job-targets", n -> !((TableView<?>) n).getItems().isEmpty());
        robot.interact(() -> ((ButtonBase) robot.lookup("#save-recipe").query()).fire());
        Robots.waitFor(robot, "#recipe-name", Node::isFocused);
        robot.interact(() -> ((TextField) robot.lookup("#recipe-name").query()).setText("again"));
        robot.type(KeyCode.ENTER);
        Robots.waitGone(robot, "#recipe-name");
        assertThat(live.recipes().find("again").lines())
                .containsExactly("https://www.example.com/b");
    }
}
