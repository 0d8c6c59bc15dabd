package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.accounts.Account;
import edgeone.purge.messages.Language;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
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

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The menus of rows, by keyboard alone. */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
final class RowMenusFxTest {
    private static final String PAGE = "https://www.example.com/?a=b&c='d'";

    @TempDir Path home;
    @TempDir Path userHome;

    private LiveConsole live;
    private LiveAccounts accounts;

    @Start
    void start(Stage stage) throws Exception {
        live = LiveConsole.of(home);
        accounts = new LiveAccounts(home, userHome, live);
        accounts.add("shop", StoreKind.SESSION);
        accounts.add("depot", StoreKind.SESSION);
        ConsoleWindow.open(
                live.parts(new WindowSettings(Theme.DARK, Language.ENGLISH, "", 1_024, 640))
                        .withAccounts(accounts.access()),
                stage);
    }

    @AfterEach
    void close() {
        accounts.close();
        live.close();
    }

    /** Opens the menu of a table's first row and goes down to an item of it. */
    private static void choose(FxRobot robot, String table, String... path) {
        robot.interact(
                () -> {
                    TableView<?> rows = robot.lookup(table).query();
                    rows.requestFocus();
                    rows.getSelectionModel().select(0);
                });
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        Robots.waitFor(robot, ".context-menu", Node::isVisible);
        for (int depth = 0; depth < path.length; depth++) {
            String wanted = path[depth];
            for (int step = 0; step < 14 && !isAt(robot, wanted); step++) {
                robot.type(KeyCode.DOWN);
            }
            assertThat(focused(robot)).anyMatch(text -> text.startsWith(wanted));
            robot.type(depth == path.length - 1 ? KeyCode.ENTER : KeyCode.RIGHT);
        }
        Robots.waitGone(robot, ".context-menu");
    }

    private static boolean isAt(FxRobot robot, String wanted) {
        return focused(robot).stream().anyMatch(text -> text.startsWith(wanted));
    }

    /** The items that have the focus: one in a menu, and the one that opened it. */
    private static List<String> focused(FxRobot robot) {
        return robot.lookup(".menu-item:focused").queryAll().stream()
                .flatMap(
                        item ->
                                robot
                                        .from(item)
                                        .lookup(".label")
                                        .queryAllAs(Labeled.class)
                                        .stream())
                .map(Labeled::getText)
                .toList();
    }

    private static String copied(FxRobot robot) {
        AtomicReference<String> text = new AtomicReference<>();
        robot.interact(() -> text.set(Clipboard.getSystemClipboard().getString()));
        return text.get();
    }

    @Test
    void everyTableHasOne(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        robot.interact(() -> Robots.setTargets(robot, List.of(PAGE)));
        Robots.waitFor(robot, "#go", b -> !b.isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Robots.waitFor(robot, "#run-headline", l -> ((Label) l).getText().contains("purged"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        Robots.waitFor(robot, "#jobs", t -> !((TableView<?>) t).getItems().isEmpty());

        choose(robot, "#jobs", "Copy cell", "Zone: example.com");
        assertThat(copied(robot)).isEqualTo("example.com");
        choose(robot, "#jobs", "Copy row");
        assertThat(copied(robot)).startsWith("Succeeded\t").contains("\texample.com\tURLs\t");
        choose(robot, "#jobs", "Copy as command line");
        String line =
                "edgeone-purge purge --zone="
                        + live.edgeOne().zones().getFirst().id()
                        + " --type=purge_url"
                        + " '--target=https://www.example.com/?a=b&c='\\''d'\\'''";
        Robots.waitUntil(() -> Clipboard.getSystemClipboard().getString().equals(line));

        Robots.waitFor(robot, "#job-targets", t -> !((TableView<?>) t).getItems().isEmpty());
        choose(robot, "#job-targets", "Copy cell", "Target: ");
        assertThat(copied(robot)).isEqualTo(PAGE);
        choose(robot, "#job-targets", "Copy as command line");
        assertThat(copied(robot)).isEqualTo(line);
        choose(robot, "#job-targets", "Filter by this", "Target: ");
        Robots.waitFor(robot, "#filter", f -> ((TextField) f).getText().equals(PAGE));
        choose(robot, "#jobs", "Filter by this", "State: Succeeded");
        Robots.waitFor(robot, "#chip-SUCCEEDED", c -> ((ToggleButton) c).isSelected());
        requests(robot);
        accounts(robot);
    }

    private static void requests(FxRobot robot) {
        robot.interact(
                () ->
                        robot.lookup(".tab-pane")
                                .queryAs(TabPane.class)
                                .getSelectionModel()
                                .select(1));
        Robots.waitFor(robot, "#job-requests", t -> !((TableView<?>) t).getItems().isEmpty());
        TableView<RequestRecord> table = robot.lookup("#job-requests").query();
        String action = table.getItems().getFirst().action();
        choose(robot, "#job-requests", "Filter by this", "Action: " + action);
        assertThat(table.getColumns().get(1).getText()).isEqualTo("Action: " + action);
        choose(robot, "#job-requests", "Show all rows");
        assertThat(table.getColumns().get(1).getText()).isEqualTo("Action");
    }

    private static void accounts(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        Robots.waitFor(robot, "#accounts", t -> ((TableView<?>) t).getItems().size() == 2);
        TableView<Account> table = robot.lookup("#accounts").query();
        Account first = table.getItems().getFirst();
        choose(robot, "#accounts", "Copy cell", "Name: ");
        assertThat(copied(robot)).startsWith(first.name());
        choose(robot, "#accounts", "Filter by this", "Name: ");
        assertThat(table.getItems()).containsExactly(first);
        choose(robot, "#accounts", "Show all rows");
        assertThat(table.getItems()).hasSize(2);
    }
}
