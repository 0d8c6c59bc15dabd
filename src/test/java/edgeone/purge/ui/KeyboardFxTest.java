package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealPreferences;
import edgeone.purge.messages.Language;
import edgeone.purge.model.PurgeType;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

import jfx.incubator.scene.control.richtext.RichTextArea;

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
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The Tab key reaches every control, on every screen and in every dialog. */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
final class KeyboardFxTest {
    private static final int MOST_STOPS = 120;

    @TempDir Path home;
    @TempDir Path userHome;
    @TempDir Path settingsHome;

    private LiveConsole live;
    private LiveAccounts accounts;
    private RealPreferences preferences;
    private final List<String> unreached = new ArrayList<>();

    @Start
    void start(Stage stage) throws Exception {
        live = LiveConsole.of(home);
        accounts = new LiveAccounts(home, userHome, live);
        accounts.add("shop", StoreKind.SESSION);
        preferences = new RealPreferences(settingsHome);
        ConsoleWindow.open(
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_280, 800))
                        .withAccounts(accounts.access())
                        .withPreferences(preferences.access()),
                stage);
    }

    @AfterEach
    void close() {
        preferences.close();
        accounts.close();
        live.close();
    }

    @Test
    void tabReachesEveryControl(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        for (PurgeType type : PurgeType.values()) {
            press(robot, "#type-" + type.wireName());
            walk(robot, "purge " + type.wireName());
        }
        askForTheWholeZone(robot);
        press(robot, "#type-purge_url");
        robot.interact(
                () ->
                        Robots.setTargets(
                                robot,
                                List.of(
                                        "https://www.example.com/a",
                                        "https://www.example.com/b c",
                                        "https://www.example.com:8443/",
                                        "https://other.test/",
                                        "nonsense")));
        Robots.waitFor(
                robot,
                "#go",
                b -> !b.isDisabled() && ((Labeled) b).getText().startsWith("Purge 3 URLs"));
        walk(robot, "plan");
        robot.interact(() -> Robots.button(robot, "#go").fire());
        Robots.waitFor(robot, "#end-fix", Node::isVisible);
        walk(robot, "result");
        zones(robot);
        press(robot, "#rail-history");
        Robots.waitFor(robot, "#jobs", t -> !((TableView<?>) t).getItems().isEmpty());
        robot.interact(
                () -> robot.lookup("#jobs").queryAs(TableView.class).getSelectionModel().select(0));
        Robots.waitFor(robot, "#again", Node::isVisible);
        walk(robot, "history");
        press(robot, "#rail-stats");
        Robots.waitFor(robot, "#stats-outcomes-picture", Node::isVisible);
        press(robot, "#stats-range-DATES");
        Robots.waitFor(robot, "#stats-outcomes-picture", Node::isVisible);
        walk(robot, "statistics");
        press(robot, "#rail-accounts");
        Robots.waitFor(robot, "#accounts", t -> !((TableView<?>) t).getItems().isEmpty());
        walk(robot, "accounts");
        robot.interact(
                () ->
                        robot.lookup("#accounts")
                                .queryAs(TableView.class)
                                .getSelectionModel()
                                .select(0));
        Robots.waitFor(robot, "#account-test", Node::isVisible);
        walk(robot, "account");
        dialog(robot, "#account-remove", "remove an account");
        dialog(robot, "#account-policy", "policies");
        dialog(robot, "#account-import", "import");
        robot.interact(() -> Robots.button(robot, "#account-add").fire());
        walk(robot, "new account");
        press(robot, "#rail-settings");
        Robots.waitFor(robot, "#settings-save", Node::isVisible);
        walk(robot, "settings");
        assertThat(unreached).isEmpty();
    }

    private void askForTheWholeZone(FxRobot robot) {
        press(robot, "#type-purge_all");
        Robots.waitFor(robot, "#go", b -> !b.isDisabled());
        dialog(robot, "#go", "confirmation");
    }

    private void dialog(FxRobot robot, String opener, String name) {
        robot.interact(() -> robot.lookup(opener).queryAs(ButtonBase.class).fire());
        Robots.waitFor(robot, ".console-dialog", Node::isVisible);
        walk(robot, name);
        robot.interact(() -> robot.lookup(".console-dialog").query().getScene().getWindow().hide());
        Robots.waitGone(robot, ".console-dialog");
    }

    /** The keyboard searches the list of zones and chooses from it. */
    private static void zones(FxRobot robot) {
        robot.interact(() -> robot.lookup("#zone-picker").query().requestFocus());
        robot.type(KeyCode.SPACE);
        Robots.waitFor(robot, "#zone-search", Node::isFocused);
        String before = robot.lookup("#zone-picker").query().getAccessibleText();
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.ENTER);
        Robots.waitFor(robot, "#zone-picker", p -> !p.getAccessibleText().equals(before));
    }

    private void walk(FxRobot robot, String name) {
        robot.interact(
                () -> {
                    Scene scene = Window.getWindows().getLast().getScene();
                    Set<Node> stops = Collections.newSetFromMap(new IdentityHashMap<>());
                    for (int i = 0; i < MOST_STOPS; i++) {
                        Node focused = scene.getFocusOwner();
                        if (focused != null && !stops.add(focused) && i > 1) {
                            break;
                        }
                        key(scene, focused, KeyCode.TAB);
                    }
                    // Tab stops at one button of a group; arrow keys reach the others.
                    List.copyOf(stops).forEach(stop -> addGroup(stop, stops));
                    look(scene.getRoot(), stops, name);
                });
    }

    private static void addGroup(Node stop, Set<Node> stops) {
        if (stop instanceof Toggle toggle && toggle.getToggleGroup() != null) {
            toggle.getToggleGroup().getToggles().forEach(t -> stops.add((Node) t));
        }
    }

    /** Sends a key to the focused node, as the window system does. */
    private static void key(Scene scene, Node focused, KeyCode code) {
        Node target = focused == null ? scene.getRoot() : focused;
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            target.fireEvent(new KeyEvent(type, "", "", code, false, false, false, false));
        }
    }

    @Test
    void shortcutsOpenTheScreensAndTheListOfZones(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        List<String> screens = List.of("purge", "history", "stats", "accounts", "settings");
        for (int i = screens.size() - 1; i >= 0; i--) {
            robot.press(KeyCode.CONTROL).type(KeyCode.getKeyCode("" + (i + 1)));
            robot.release(KeyCode.CONTROL);
            Robots.waitFor(robot, "#rail-" + screens.get(i), b -> ((Toggle) b).isSelected());
        }
        Robots.waitFor(robot, "#reason", Node::isVisible);
        robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        Robots.waitFor(robot, "#zone-search", Node::isFocused);
    }

    @Test
    void arrowKeysSelectWithinAGroup(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        focus(robot, "#rail-purge");
        robot.type(KeyCode.DOWN);
        Robots.waitFor(robot, "#jobs", Node::isVisible);
        robot.type(KeyCode.DOWN);
        Robots.waitFor(robot, "#stats-purges", Node::isVisible);
        robot.type(KeyCode.DOWN);
        Robots.waitFor(robot, "#accounts", Node::isVisible);
        robot.type(KeyCode.UP);
        Robots.waitFor(robot, "#stats-purges", Node::isVisible);
        robot.type(KeyCode.UP);
        Robots.waitFor(robot, "#jobs", Node::isVisible);
        focus(robot, "#chip-ALL");
        robot.type(KeyCode.RIGHT);
        Robots.waitFor(robot, "#chip-RUNNING", c -> ((Toggle) c).isSelected());
        Robots.waitUntil(() -> robot.lookup("No jobs match the filter.").tryQuery().isPresent());
        press(robot, "#rail-purge");
        focus(robot, "#type-purge_url");
        robot.type(KeyCode.RIGHT);
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().contains("directories"));
        focus(robot, ".radio-button:selected");
        robot.type(KeyCode.RIGHT);
        Robots.waitFor(
                robot, ".radio-button:selected", b -> ((Labeled) b).getText().equals("Delete"));
        assertThat(robot.lookup(".type-line").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anyMatch(t -> t.startsWith("Deletes the files"));
    }

    private static void focus(FxRobot robot, String query) {
        robot.interact(() -> robot.lookup(query).query().requestFocus());
    }

    private void look(Node node, Set<Node> stops, String name) {
        if (!node.isVisible()
                || node.isDisabled()
                || stops.contains(node)
                || node instanceof IndexedCell<?>
                || node instanceof ScrollBar) {
            return;
        }
        if (isControl(node) || hears(node)) {
            unreached.add(name + ": " + node);
            return;
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, stops, name));
        }
    }

    private static boolean isControl(Node node) {
        return node instanceof ButtonBase
                || node instanceof ComboBoxBase<?>
                || node instanceof TextInputControl
                || node instanceof TableView<?>
                || node instanceof ListView<?>
                || node instanceof TabPane
                || node instanceof RichTextArea;
    }

    /** Scroll bars and dividers change nothing but the view. */
    private static boolean hears(Node node) {
        return !node.getStyleClass().contains("split-pane-divider")
                && !node.getStyleClass().contains("viewport")
                && (node.getOnMouseClicked() != null
                        || node.getOnMousePressed() != null
                        || node.getOnMouseReleased() != null);
    }

    private static void press(FxRobot robot, String query) {
        robot.interact(() -> robot.lookup(query).queryAs(ToggleButton.class).fire());
    }
}
