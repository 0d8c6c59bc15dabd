package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.engine.Consent;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.messages.Language;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Table columns fit at every width, with and without a scroll bar. */
@Tag("long")
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
final class ColumnsFxTest {
    private static final List<Integer> WIDTHS = List.of(1_024, 1_100, 1_180, 1_440, 1_900);

    @TempDir Path home;
    @TempDir Path userHome;

    private LiveConsole live;
    private LiveAccounts accounts;
    private ZoneFacts facts;
    private ConsoleWindow console;
    private Stage stage;
    private final List<String> wrong = new ArrayList<>();

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        live = LiveConsole.of(home);
        Zone zone = live.engine().zones(live.connection()).getFirst();
        facts = live.engine().facts(live.connection(), zone);
        accounts = new LiveAccounts(home, userHome, live);
        for (int i = 0; i < 3; i++) {
            accounts.add("shop " + i, StoreKind.SESSION);
        }
        ConsoleParts today =
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_440, 900))
                        .withAccounts(accounts.access());
        console = ConsoleWindow.open(months(today), stage);
    }

    /** Two months later, since times of earlier days are the longest. */
    private static ConsoleParts months(ConsoleParts now) {
        return now.withClock(Clock.offset(LiveConsole.CLOCK, Duration.ofDays(60)));
    }

    @AfterEach
    void close() {
        accounts.close();
        live.close();
    }

    @Test
    void headersAlignWithTheirCellsAndShortTextsAreNotCut(FxRobot robot) throws Exception {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        for (int count : List.of(2, 40)) {
            purge(count);
            press(robot, "#rail-accounts");
            everyWidth(robot, "accounts-" + count, "#accounts");
            press(robot, "#rail-history");
            robot.interact(() -> console.window().refresh());
            Robots.waitFor(robot, "#jobs", t -> !((TableView<?>) t).getItems().isEmpty());
            choose(robot, count);
            everyWidth(robot, "history-" + count, "#jobs", "#job-targets");
            everyWidth(robot, "requests-" + count, "#job-requests");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theOutcomeBoxSitsOnTheTabsAndEndsWithTheTable(FxRobot robot) throws Exception {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        purge(2);
        press(robot, "#rail-history");
        robot.interact(() -> console.window().refresh());
        choose(robot, 2);
        for (int width : WIDTHS) {
            dress(robot, Language.CHINESE, width);
            dress(robot, Language.ENGLISH, width);
            Bounds table = scene(robot.lookup("#job-targets").query());
            Bounds box = scene(robot.lookup("#outcome").queryAs(ComboBox.class));
            Bounds tabs = scene(robot.lookup(".job-pane .tab-header-area").query());
            assertThat(box.getMaxX()).as("right edge").isEqualTo(table.getMaxX());
            // The line is 2 pixels high, and the box must not touch it.
            assertThat(box.getMaxY())
                    .as("line of the tabs")
                    .isLessThanOrEqualTo(tabs.getMaxY() - 4);
            assertThat(box.getMinY()).isGreaterThanOrEqualTo(tabs.getMinY() - 0.5);
            assertThat(table.getMinY())
                    .as("table below the tabs")
                    .isGreaterThanOrEqualTo(tabs.getMaxY());
        }
    }

    @Test
    void headersStayInPlaceWhileRowsComeAndTheScrollBarAppears(FxRobot robot) throws Exception {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        purge(2);
        press(robot, "#rail-history");
        robot.interact(() -> stage.setWidth(1_024));
        for (int i = 1; i <= 20; i++) {
            int wanted = 2 + i;
            submit(2);
            robot.interact(() -> console.window().refresh());
            Robots.waitFor(robot, "#jobs", t -> ((TableView<?>) t).getItems().size() == wanted);
            choose(robot, 2);
            robot.interact(
                    () -> {
                        TableView<?> jobs = robot.lookup("#jobs").queryAs(TableView.class);
                        look("with " + wanted + " rows", jobs);
                        jobs.scrollToColumnIndex(jobs.getColumns().size() - 1);
                        jobs.layout();
                        look("with " + wanted + " rows, at the last column", jobs);
                    });
        }
        assertThat(wrong).isEmpty();
    }

    private void purge(int jobs) throws Exception {
        for (int i = 0; i < jobs; i++) {
            submit(jobs);
        }
    }

    private void submit(int targets) throws Exception {
        String lines =
                IntStream.range(0, targets)
                        .mapToObj(
                                i -> "https://www.example.com" + (i == 0 ? ":8443" : "") + "/" + i)
                        .collect(Collectors.joining("\n"));
        Plan plan =
                live.engine()
                        .plan(
                                new PurgeDraft(
                                        facts.zone(), PurgeType.URL, null, lines, List.of(), true),
                                facts);
        live.engine()
                .submit(live.connection(), plan, Consent.NONE, Progress.SILENT, new RunControl());
    }

    private static void choose(FxRobot robot, int targets) {
        Robots.waitFor(robot, "#jobs", t -> !((TableView<?>) t).getItems().isEmpty());
        robot.interact(
                () -> robot.lookup("#jobs").queryAs(TableView.class).getSelectionModel().select(0));
        Robots.waitFor(robot, "#job-targets", t -> ((TableView<?>) t).getItems().size() == targets);
    }

    private static void tab(FxRobot robot, int index) {
        robot.interact(
                () ->
                        robot.lookup(".tab-pane")
                                .queryAs(TabPane.class)
                                .getSelectionModel()
                                .select(index));
    }

    private void everyWidth(FxRobot robot, String name, String... tables) {
        for (Language language : Language.values()) {
            for (int width : WIDTHS) {
                int before = wrong.size();
                dress(robot, language, width);
                if (tables[0].equals("#job-requests")) {
                    tab(robot, 1);
                }
                for (String table : tables) {
                    String where = "%s %d %s %s".formatted(name, width, language.tag(), table);
                    Robots.waitFor(robot, table, t -> !texts((TableView<?>) t).isEmpty());
                    robot.interact(() -> look(where, robot.lookup(table).queryAs(TableView.class)));
                }
                if (wrong.size() > before) {
                    new Screenshots(stage)
                            .take("table-" + name + "-" + width + "-" + language.tag());
                }
            }
        }
    }

    private void dress(FxRobot robot, Language language, int width) {
        robot.interact(
                () -> {
                    stage.setWidth(width);
                    console.window().changeLanguage(language);
                });
        Robots.waitUntil(() -> stage.getScene().getWidth() == width);
        robot.interact(
                () -> {
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                });
    }

    private static List<Text> texts(TableView<?> table) {
        return table.lookupAll(".table-cell .text").stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(t -> !t.getText().isEmpty())
                .toList();
    }

    private void look(String where, TableView<?> table) {
        for (Node node : table.lookupAll(".table-cell")) {
            if (!(node instanceof TableCell<?, ?> cell) || cell.isEmpty() || !cell.isVisible()) {
                continue;
            }
            TableColumn<?, ?> column = cell.getTableColumn();
            String which = where + " " + column.getText();
            Bounds head = scene(column.getStyleableNode());
            Bounds body = scene(cell);
            if (Math.abs(head.getMinX() - body.getMinX()) > 1
                    || Math.abs(head.getMaxX() - body.getMaxX()) > 1) {
                wrong.add(which + ": header " + span(head) + " cell " + span(body));
            }
            boolean number = cell.getStyleClass().contains("number");
            Node title = column.getStyleableNode().lookup(".label .text");
            Node text = cell.lookup(".text");
            if (number && title != null && text != null) {
                double off = scene(title).getMaxX() - scene(text).getMaxX();
                if (Math.abs(off) > 1.5) {
                    wrong.add(which + ": its title ends " + off + " after its numbers");
                }
            }
            boolean whole = number || cell.getStyleClass().contains("whole");
            if (whole && text instanceof Text said && !said.getText().equals(shown(cell))) {
                wrong.add(which + ": " + said.getText());
            }
        }
        Bounds all = scene(table);
        for (TableColumn<?, ?> column : table.getVisibleLeafColumns()) {
            Bounds head = scene(column.getStyleableNode());
            if (column.getStyleableNode().lookup(".label .text") instanceof Text title
                    && !title.getText().equals(column.getText())) {
                wrong.add(where + " title " + title.getText());
            }
            if (head.getMaxX() > all.getMaxX() + 1) {
                wrong.add(where + " " + column.getText() + " hangs out of the table");
            }
        }
    }

    private static String shown(TableCell<?, ?> cell) {
        return cell.getGraphic() instanceof Label badge ? badge.getText() : cell.getText();
    }

    private static String span(Bounds bounds) {
        return "%.1f–%.1f".formatted(bounds.getMinX(), bounds.getMaxX());
    }

    private static Bounds scene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static void press(FxRobot robot, String query) {
        robot.interact(() -> robot.lookup(query).queryAs(ToggleButton.class).fire());
    }
}
