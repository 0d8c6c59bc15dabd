package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.benchmark.JournalGenerator;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.messages.Language;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.TargetRow;
import edgeone.purge.settings.LayoutFile;
import edgeone.purge.settings.TableLayout;
import edgeone.purge.ui.history.list.TimeRange;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.kit.table.TableLayouts;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The history over a large journal: filters, orders, places, columns, a large job. */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
@SuppressWarnings("try") // the watch is stopped before it is read
final class HistoryFxTest {
    private static final int JOBS = 2_000;
    private static final int LARGE = 10_000;

    @TempDir static Path generated;

    @TempDir Path home;
    @TempDir Path layouts;
    @TempDir Path exports;

    private LiveConsole live;
    private ConsoleWindow console;

    /** Each test begins with a copy: to generate and migrate it takes longer than most tests. */
    @BeforeAll
    static void generate() throws IOException, SQLException {
        new JournalGenerator(JOBS, LARGE).write(generated);
        Journal.open(generated, LiveConsole.CLOCK).close();
    }

    @Start
    void start(Stage stage) throws IOException {
        Files.copy(generated.resolve("journal.db"), home.resolve("journal.db"));
        live = new LiveConsole(home, EmulatorOptions.defaults(), SafetyLevel.NORMAL);
        console = ConsoleWindow.open(parts(), stage);
    }

    private ConsoleParts parts() {
        ConsoleParts parts =
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_440, 900));
        return parts.withFiles(new Meant(exports.resolve("job.csv")))
                .withLayouts(new Kept(new LayoutFile(layouts, Clock.systemUTC())));
    }

    /** The user picks this file; for a page, the one beside it. */
    private record Meant(Path file) implements FileAsk {
        @Override
        public Optional<Path> open(Window over, String title, List<ExtensionFilter> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(Window over, String title, String name) {
            return Optional.of(name.endsWith(".html") ? file.resolveSibling("job.html") : file);
        }
    }

    /** As the program keeps them. */
    private record Kept(LayoutFile file) implements TableLayouts.Store {
        @Override
        public Map<String, TableLayout> load() throws IOException {
            return file.load();
        }

        @Override
        public void save(Map<String, TableLayout> layouts) throws IOException {
            file.save(layouts);
        }
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void filtersAndCountsAreOfAllJobs(FxRobot robot) {
        everything(robot);
        assertThat(chip(robot, "ALL")).isEqualTo("All 2,000");
        int failed = number(chip(robot, "FAILED"));
        assertThat(failed + number(chip(robot, "SUCCEEDED"))).isEqualTo(JOBS);
        robot.interact(() -> robot.lookup("#chip-FAILED").queryAs(ToggleButton.class).fire());
        awaitRows(robot, failed);
        scrollTo(robot, failed - 1);
        Robots.waitUntil(() -> row(robot, failed - 1).state() == JobState.FAILED);

        choose(robot, "#filter-zone", "site3.example.com");
        awaitChip(robot, "ALL", n -> n > 0 && n < JOBS / 10);
        awaitRows(robot, number(chip(robot, "FAILED")));
        Robots.waitUntil(() -> row(robot, 0).job().zoneName().equals("site3.example.com"));
        choose(robot, "#filter-zone", "All zones");
        robot.interact(() -> robot.lookup("#chip-ALL").queryAs(ToggleButton.class).fire());
        awaitRows(robot, JOBS);

        choose(robot, "#filter-account", "staging");
        awaitChip(robot, "ALL", n -> n > JOBS / 3 && n < JOBS);
        choose(robot, "#filter-account", "All accounts");
        choose(robot, "#filter-type", "Hostnames");
        awaitRows(robot, 0);
        choose(robot, "#filter-type", "All types");
        choose(robot, "#filter-origin", "Not from here");
        awaitRows(robot, 0);
        choose(robot, "#filter-origin", "From anywhere");
        choose(robot, "#filter-range", "Today");
        awaitRows(robot, 0);
    }

    @Test
    void datesAreChosenFromACalendar(FxRobot robot) {
        everything(robot);
        LocalDate day =
                LocalDate.ofInstant(row(robot, 0).job().createdAt(), LiveConsole.CLOCK.getZone());
        assertThat(robot.lookup("#filter-from").query().getParent().isVisible()).isFalse();
        choose(robot, "#filter-range", "Dates…");
        robot.interact(() -> robot.lookup("#filter-to").queryAs(DatePicker.class).setValue(day));
        awaitRows(robot, JOBS);
        robot.interact(
                () ->
                        robot.lookup("#filter-to")
                                .queryAs(DatePicker.class)
                                .setValue(day.minusDays(1)));
        awaitChip(robot, "ALL", n -> n > 0 && n < JOBS);
        robot.interact(() -> robot.lookup("#filter-from").queryAs(DatePicker.class).setValue(day));
        awaitRows(robot, 0);
        assertThat(robot.lookup("#filter-range").queryAs(ComboBox.class).getValue())
                .isEqualTo(TimeRange.DATES);
    }

    @Test
    void sortsByEveryColumnAndRemembersThemAll(FxRobot robot) throws IOException {
        everything(robot);
        sort(robot, "targets", TableColumn.SortType.DESCENDING);
        Robots.waitUntil(() -> row(robot, 0).targets().total() == LARGE);
        sort(robot, "zone", TableColumn.SortType.ASCENDING);
        Robots.waitUntil(() -> row(robot, 0).job().zoneName().equals("site0.example.com"));
        scrollTo(robot, JOBS - 1);
        Robots.waitUntil(() -> row(robot, JOBS - 1).job().zoneName().equals("site9.example.com"));

        TableView<JobSummary> jobs = jobs(robot);
        robot.interact(
                () -> {
                    column(jobs, "method").setVisible(false);
                    Menu zone = columnsMenu(robot, "Zone");
                    zone.getItems().stream()
                            .filter(i -> i.getText().equals("Move left"))
                            .forEach(i -> i.fire());
                });
        Robots.waitUntil(
                () -> {
                    TableLayout kept = kept();
                    return kept.sortedBy().equals("column-zone")
                            && !kept.descending()
                            && kept.columns().stream()
                                    .anyMatch(c -> c.name().equals("column-method") && !c.shown())
                            && kept.columns().get(2).name().equals("column-zone");
                });
        robot.interact(() -> console.window().changeLanguage(Language.CHINESE));
        TableView<JobSummary> again = jobs(robot);
        assertThat(again).isNotSameAs(jobs);
        assertThat(column(again, "method").isVisible()).isFalse();
        assertThat(again.getColumns().get(2).getId()).isEqualTo("column-zone");
        assertThat(again.getSortOrder())
                .extracting(TableColumn::getId)
                .containsExactly("column-zone");
    }

    @Test
    void placeAndSelectionSurviveNewJobs(FxRobot robot) throws Exception {
        everything(robot);
        scrollTo(robot, 500);
        Robots.waitUntil(() -> !row(robot, 500).job().id().isEmpty());
        robot.interact(() -> jobs(robot).getSelectionModel().select(505));
        String chosen = row(robot, 505).job().id();
        String top = top(robot).job().id();
        new JobsOfLive(live).purge(3);
        robot.interact(() -> console.window().refresh());
        awaitRows(robot, JOBS + 3);
        Robots.waitUntil(() -> top(robot).job().id().equals(top));
        assertThat(jobs(robot).getSelectionModel().getSelectedIndex()).isEqualTo(508);
        assertThat(jobs(robot).getSelectionModel().getSelectedItem().job().id()).isEqualTo(chosen);

        scrollTo(robot, 0);
        new JobsOfLive(live).purge(1);
        robot.interact(() -> console.window().refresh());
        awaitRows(robot, JOBS + 4);
        assertThat(top(robot).job().account()).isEqualTo("demo");
    }

    @Test
    void aLargeJobListsTheTargetsOfAReasonAndIsExported(FxRobot robot) throws IOException {
        everything(robot);
        robot.interact(() -> filter(robot).setText("domain not"));
        awaitRows(robot, 0);
        robot.interact(() -> filter(robot).setText(""));
        awaitRows(robot, JOBS);
        sort(robot, "failed", TableColumn.SortType.DESCENDING);
        Robots.waitUntil(() -> row(robot, 0).targets().notPurged() > 0);
        robot.interact(() -> jobs(robot).getSelectionModel().select(0));
        int failed = row(robot, 0).targets().notPurged();
        Robots.waitFor(robot, "#reason-0", Node::isVisible);
        assertThat(texts(robot, ".job-side"))
                .anyMatch(t -> t.contains("domain not valid"))
                .anyMatch(t -> t.contains("Correct the host"));
        robot.interact(() -> robot.lookup("#reason-0").queryAs(ToggleButton.class).fire());
        Robots.waitFor(
                robot,
                "#job-targets",
                t ->
                        ((TableView<?>) t).getItems().size() == failed
                                && ((TableView<?>) t).getItems().getFirst()
                                        instanceof TargetRow first
                                && "domain not valid".equals(first.reason()));
        robot.interact(() -> Robots.button(robot, "#export").fire());
        Robots.waitFor(robot, ".console-dialog", Node::isVisible);
        assertThat(Files.readAllLines(exports.resolve("job.csv"))).hasSize(failed + 1);
    }

    @Test
    void allThatIsListedIsExported(FxRobot robot) throws IOException {
        everything(robot);
        robot.interact(() -> robot.lookup("#chip-FAILED").queryAs(ToggleButton.class).fire());
        int failed = number(chip(robot, "FAILED"));
        awaitRows(robot, failed);
        exportAs(robot, "csv");
        Robots.waitFor(robot, ".console-dialog", Node::isVisible);
        List<String> lines = Files.readAllLines(exports.resolve("job.csv"));
        assertThat(lines).hasSizeGreaterThan(failed).element(1).asString().contains("\"failed\"");
        assertThat(lines.subList(1, lines.size())).noneMatch(l -> l.contains("\"succeeded\""));
    }

    @Test
    void anExportShowsHowFarItIsAndIsCanceled(FxRobot robot) throws IOException {
        everything(robot);
        Files.writeString(exports.resolve("job.csv"), "old");
        robot.interact(
                () -> {
                    fireExport(robot, "csv");
                    assertThat(robot.lookup("#export-cancel").queryButton().isVisible()).isTrue();
                    assertThat(robot.lookup("#export-jobs").query().isDisabled()).isTrue();
                    Robots.button(robot, "#export-cancel").fire();
                });
        Robots.waitFor(robot, "#export-jobs", b -> !b.isDisabled());
        assertThat(robot.lookup(".console-dialog").tryQuery()).isEmpty();
        assertThat(robot.lookup("#export-text").query().getParent().isVisible()).isFalse();
        assertThat(exports.resolve("job.csv")).hasContent("old");
        try (var files = Files.list(exports)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void evidenceOfAJobIsSavedAndCanBeCanceled(FxRobot robot) throws IOException {
        everything(robot);
        sort(robot, "targets", TableColumn.SortType.DESCENDING);
        Robots.waitUntil(() -> row(robot, 0).targets().total() == LARGE);
        robot.interact(() -> jobs(robot).getSelectionModel().select(0));
        String job = row(robot, 0).job().id();
        Path page = exports.resolve("job.html");
        Robots.waitFor(robot, "#evidence", b -> b.isVisible() && !b.isDisabled());
        robot.interact(
                () -> {
                    Robots.button(robot, "#evidence").fire();
                    assertThat(robot.lookup("#evidence").query().isDisabled()).isTrue();
                    assertThat(robot.lookup("#export").query().isDisabled()).isTrue();
                    Robots.button(robot, "#export-cancel").fire();
                });
        Robots.waitFor(robot, "#evidence", b -> !b.isDisabled());
        assertThat(page).doesNotExist();

        robot.interact(() -> Robots.button(robot, "#evidence").fire());
        Robots.waitFor(robot, ".console-dialog", Node::isVisible);

        assertThat(texts(robot, ".console-dialog")).anyMatch(t -> t.contains("Wrote evidence of"));
        assertThat(Files.readString(page))
                .contains(job, "audit verify --head")
                .endsWith("</html>\n");
    }

    private static void exportAs(FxRobot robot, String ending) {
        robot.interact(() -> fireExport(robot, ending));
    }

    private static void fireExport(FxRobot robot, String ending) {
        robot.lookup("#export-jobs").queryAs(MenuButton.class).getItems().stream()
                .filter(i -> ("export-" + ending).equals(i.getId()))
                .forEach(i -> i.fire());
    }

    @Test
    void theWindowAnswersAllTheTime(FxRobot robot) {
        everything(robot);
        robot.interact(() -> filter(robot).setText("warm"));
        awaitRows(robot, -1);
        robot.interact(() -> filter(robot).setText(""));
        awaitRows(robot, JOBS);
        try (FxWatch watch = FxWatch.start()) {
            for (String text : List.of("s", "si", "site", "site1", "site17.", "")) {
                watch.doing("type " + text);
                robot.interact(() -> filter(robot).setText(text));
            }
            awaitRows(robot, JOBS);
            for (int row = 0; row < JOBS; row += 211) {
                watch.doing("scroll to " + row);
                scrollTo(robot, row);
            }
            for (String column : List.of("targets", "zone", "took", "created")) {
                watch.doing("sort by " + column);
                sort(robot, column, TableColumn.SortType.DESCENDING);
            }
            watch.doing("open the large job");
            sort(robot, "targets", TableColumn.SortType.DESCENDING);
            Robots.waitUntil(() -> row(robot, 0).targets().total() == LARGE);
            robot.interact(() -> jobs(robot).getSelectionModel().select(0));
            Robots.waitFor(
                    robot, "#job-targets", t -> ((TableView<?>) t).getItems().size() == LARGE);
            watch.close();
            assertThat(watch.caught()).isEmpty();
            // As in LongList: no measurement, but all rows at once would take longer.
            assertThat(watch.worst(1).getFirst().computed()).isLessThan(Duration.ofSeconds(1));
        }
    }

    private static void everything(FxRobot robot) {
        Robots.waitFor(robot, "#rail-history", Node::isVisible);
        Robots.waitFor(robot, "#reason", r -> ((Labeled) r).getText().startsWith("Paste the URLs"));
        robot.interact(() -> robot.lookup("#rail-history").queryAs(ToggleButton.class).fire());
        choose(robot, "#filter-account", "All accounts");
        awaitRows(robot, JOBS);
        Robots.waitFor(robot, "#filter-zone", box -> ((ComboBox<?>) box).getItems().size() > 1);
    }

    /** Waits for so many rows, all counted; −1 for any number but all. */
    private static void awaitRows(FxRobot robot, int rows) {
        Robots.waitFor(
                robot,
                "#jobs",
                t -> {
                    int size = ((TableView<?>) t).getItems().size();
                    return rows < 0 ? size != JOBS : size == rows;
                });
    }

    private interface Number {
        boolean is(int count);
    }

    private static void awaitChip(FxRobot robot, String name, Number wanted) {
        Robots.waitFor(
                robot, "#chip-" + name, chip -> wanted.is(number(((ToggleButton) chip).getText())));
    }

    private static String chip(FxRobot robot, String name) {
        return robot.lookup("#chip-" + name).queryAs(ToggleButton.class).getText();
    }

    private static int number(String text) {
        return Integer.parseInt(text.replaceAll("[^0-9]", ""));
    }

    private static TextField filter(FxRobot robot) {
        return robot.lookup(".screen .text-field").queryAs(TextField.class);
    }

    @SuppressWarnings("unchecked")
    private static TableView<JobSummary> jobs(FxRobot robot) {
        return robot.lookup("#jobs").queryAs(TableView.class);
    }

    private static JobSummary row(FxRobot robot, int index) {
        return Platform.isFxApplicationThread()
                ? jobs(robot).getItems().get(index)
                : WaitForAsyncUtils.waitForAsyncFx(20_000, () -> jobs(robot).getItems().get(index));
    }

    private static void scrollTo(FxRobot robot, int row) {
        robot.interact(
                () -> {
                    jobs(robot).scrollTo(row);
                    jobs(robot).layout();
                });
    }

    private static JobSummary top(FxRobot robot) {
        VirtualFlow<?> flow = (VirtualFlow<?>) jobs(robot).lookup(".virtual-flow");
        IndexedCell<?> first = flow.getFirstVisibleCell();
        return (JobSummary) first.getItem();
    }

    private static TableColumn<JobSummary, ?> column(TableView<JobSummary> jobs, String name) {
        return jobs.getColumns().stream()
                .filter(c -> c.getId().equals("column-" + name))
                .findFirst()
                .orElseThrow();
    }

    private static void sort(FxRobot robot, String name, TableColumn.SortType type) {
        robot.interact(
                () -> {
                    TableColumn<JobSummary, ?> column = column(jobs(robot), name);
                    column.setSortType(type);
                    jobs(robot).getSortOrder().setAll(List.of(column));
                });
    }

    private static Menu columnsMenu(FxRobot robot, String title) {
        MenuButton button = robot.lookup("#columns").queryAs(MenuButton.class);
        button.show();
        Menu menu =
                button.getItems().stream()
                        .filter(i -> title.equals(i.getText()))
                        .map(Menu.class::cast)
                        .findFirst()
                        .orElseThrow();
        button.hide();
        return menu;
    }

    @SuppressWarnings("unchecked")
    private static void choose(FxRobot robot, String query, String text) {
        robot.interact(
                () -> {
                    ComboBox<Object> box = robot.lookup(query).queryAs(ComboBox.class);
                    box.setValue(
                            box.getItems().stream()
                                    .filter(i -> box.getConverter().toString(i).equals(text))
                                    .findFirst()
                                    .orElseThrow());
                });
    }

    private static List<String> texts(FxRobot robot, String query) {
        return robot.lookup(query + " .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private TableLayout kept() throws IOException {
        return new LayoutFile(layouts, Clock.systemUTC())
                .load()
                .getOrDefault("jobs", TableLayout.STANDARD);
    }
}
