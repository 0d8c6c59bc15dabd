package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.messages.Language;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.stats.DayCount;
import edgeone.purge.model.stats.Period;
import edgeone.purge.model.stats.Stats;
import edgeone.purge.model.stats.StatsQuestion;
import edgeone.purge.model.stats.Step;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.chart.XYChart;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** The Statistics screen: the days and the zone chosen, tables, what is saved. */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
final class StatsFxTest {
    private static final ZoneId HERE = LiveConsole.CLOCK.getZone();

    @TempDir static Path past;
    private static String zoneId = "";

    @TempDir Path home;
    @TempDir Path exports;

    private LiveConsole live;
    private Path saved = Path.of("");

    /** Once for all tests, and not on the JavaFX thread. */
    @BeforeAll
    static void write() throws IOException {
        try (LiveConsole first = live(past)) {
            zoneId = first.edgeOne().zones().getFirst().id();
        }
        new PastJobs(LiveConsole.CLOCK).write(past, 100, "demo", zoneId);
    }

    @Start
    void start(Stage stage) throws IOException {
        try (Stream<Path> files = Files.list(past)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, home.resolve(file.getFileName()));
            }
        }
        live = live(home);
        saved = exports.resolve("saved");
        ConsoleParts parts =
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_440, 900));
        ConsoleWindow.open(parts.withFiles(new Meant(saved)), stage);
    }

    private static LiveConsole live(Path home) throws IOException {
        return new LiveConsole(home, EmulatorOptions.defaults(), SafetyLevel.NORMAL);
    }

    /** The user picks this file. */
    private record Meant(Path file) implements FileAsk {
        @Override
        public Optional<Path> open(Window over, String title, List<ExtensionFilter> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(Window over, String title, String name) {
            return Optional.of(file);
        }
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void sumsUpTheDaysAndTheZoneThatAreChosen(FxRobot robot) {
        LocalDate today = LocalDate.now(LiveConsole.CLOCK);
        open(robot);
        awaitJobs(robot, today.minusDays(29), today, null);
        fire(robot, "#stats-range-WEEK");
        awaitJobs(robot, today.minusDays(6), today, null);
        fire(robot, "#stats-range-QUARTER");
        awaitJobs(robot, today.minusDays(89), today, null);
        robot.interact(() -> zones(robot).setValue(Optional.of(zoneId)));
        awaitJobs(robot, today.minusDays(89), today, zoneId);
        awaitText(robot, "#stats-quota", "of 10,000");

        fire(robot, "#stats-range-DATES");
        robot.interact(
                () -> {
                    date(robot, "#stats-from").setValue(today.minusDays(9));
                    date(robot, "#stats-to").setValue(today.minusDays(3));
                });
        awaitJobs(robot, today.minusDays(9), today.minusDays(3), zoneId);
        assertThat(robot.lookup("#stats-wrong").query().isVisible()).isFalse();
        robot.interact(() -> date(robot, "#stats-to").setValue(today.minusDays(10)));
        assertThat(robot.lookup("#stats-wrong").query().isVisible()).isTrue();
    }

    @Test
    void everyFigureIsATableAsWell(FxRobot robot) {
        open(robot);
        for (String figure : List.of("purges", "outcomes", "reasons", "times", "quota")) {
            fire(robot, "#stats-" + figure + "-table");
            Robots.waitFor(
                    robot,
                    "#stats-" + figure + "-rows",
                    t -> !((TableView<?>) t).getItems().isEmpty());
            assertThat(robot.lookup("#stats-" + figure + "-picture").tryQuery()).isEmpty();
            fire(robot, "#stats-" + figure + "-table");
            Robots.waitFor(robot, "#stats-" + figure + "-picture", Node::isVisible);
        }
    }

    @Test
    void theNumbersAreSavedForASpreadsheet(FxRobot robot) throws IOException {
        LocalDate today = LocalDate.now(LiveConsole.CLOCK);
        open(robot);
        fire(robot, "#stats-purges-csv");
        awaitText(robot, "#stats-saved", "Saved to " + saved);
        List<CSVRecord> rows = read(saved);
        assertThat(rows.getFirst().toMap()).containsOnlyKeys("day", "type", "jobs", "targets");
        Stats expected = read(today.minusDays(29), today, null, Step.DAY);
        assertThat(rows.stream().map(CSVRecord::values).map(List::of))
                .containsExactlyElementsOf(
                        expected.days().stream()
                                .map(
                                        d ->
                                                List.of(
                                                        d.day().toString(),
                                                        d.type().wireName(),
                                                        String.valueOf(d.jobs()),
                                                        String.valueOf(d.targets())))
                                .toList());
    }

    @Test
    void thePictureIsSavedWithAllThatIsDrawn(FxRobot robot) throws IOException {
        open(robot);
        fire(robot, "#stats-purges-png");
        awaitText(robot, "#stats-saved", "Saved to ");
        BufferedImage picture = ImageIO.read(saved.toFile());
        assertThat(picture.getWidth()).isEqualTo(2_240);
        assertThat(picture.getHeight()).isBetween(1_000, 1_200);
        Map<Integer, Integer> pixels = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                pixels.merge(picture.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
            }
        }
        for (int colour : new int[] {0x0072B2, 0xC98500, 0x008F68, 0xB8609A, 0xC44E00}) {
            assertThat(pixels.getOrDefault(colour, 0))
                    .as("more than the legend has of URLs, directories, hostnames, tags, zones")
                    .isGreaterThan(2_000);
        }
    }

    @Test
    void theBarsAndTheirDaysTakeTheWholeWidth(FxRobot robot) {
        open(robot);
        fire(robot, "#stats-range-QUARTER");
        LocalDate today = LocalDate.now(LiveConsole.CLOCK);
        awaitJobs(robot, today.minusDays(89), today, null);
        Node picture = robot.lookup("#stats-purges-picture").query();
        double width = picture.getLayoutBounds().getWidth();
        Node card = robot.lookup("#stats-purges").query();
        Bounds around = card.localToScene(card.getLayoutBounds());
        assertThat(span(picture, ".chart-bar")).isGreaterThan(width * 0.85);
        List<Bounds> texts =
                picture.lookupAll(".day-texts .label").stream()
                        .filter(Node::isVisible)
                        .map(text -> text.localToScene(text.getLayoutBounds()))
                        .sorted(Comparator.comparingDouble(Bounds::getMinX))
                        .toList();
        assertThat(texts).hasSizeGreaterThan(4);
        assertThat(texts).allMatch(text -> around.contains(text));
        for (int i = 1; i < texts.size(); i++) {
            assertThat(texts.get(i).getMinX()).isGreaterThan(texts.get(i - 1).getMaxX());
        }
    }

    /** From the left of the first to the right of the last. */
    private static double span(Node picture, String query) {
        List<Bounds> all =
                picture.lookupAll(query).stream()
                        .map(node -> node.localToScene(node.getLayoutBounds()))
                        .toList();
        return all.stream().mapToDouble(Bounds::getMaxX).max().orElse(0)
                - all.stream().mapToDouble(Bounds::getMinX).min().orElse(0);
    }

    @Test
    void isReachedAndUsedByKeyboard(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
        Robots.waitFor(robot, "#stats-range-MONTH", Node::isFocused);
        robot.type(KeyCode.RIGHT);
        LocalDate today = LocalDate.now(LiveConsole.CLOCK);
        awaitJobs(robot, today.minusDays(89), today, null);
    }

    private static void open(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        robot.interact(() -> robot.lookup("#rail-stats").queryAs(ToggleButton.class).fire());
        Robots.waitFor(robot, "#stats-purges-picture", n -> !bars(n).isEmpty());
    }

    private static List<? extends XYChart.Series<?, ?>> bars(Node chart) {
        return ((XYChart<?, ?>) chart.lookup(".day-chart")).getData();
    }

    /** Waits until the bars have the jobs the journal has. */
    private void awaitJobs(FxRobot robot, LocalDate first, LocalDate last, String zone) {
        long jobs =
                read(first, last, zone, new Period(first, last).step()).days().stream()
                        .mapToLong(DayCount::jobs)
                        .sum();
        assertThat(jobs).isPositive();
        Robots.waitFor(robot, "#stats-purges-picture", chart -> drawn(chart) == jobs);
    }

    private static long drawn(Node chart) {
        return bars(chart).stream()
                .flatMap(series -> series.getData().stream())
                .mapToLong(data -> ((Number) data.getYValue()).longValue())
                .sum();
    }

    private Stats read(LocalDate first, LocalDate last, String zone, Step step) {
        return live.history()
                .statistics()
                .read(
                        new StatsQuestion(
                                JobFilter.ALL
                                        .withZone(zone)
                                        .between(
                                                first.atStartOfDay(HERE).toInstant(),
                                                last.plusDays(1).atStartOfDay(HERE).toInstant()),
                                HERE,
                                step));
    }

    private static void fire(FxRobot robot, String query) {
        robot.interact(() -> robot.lookup(query).queryAs(ButtonBase.class).fire());
    }

    @SuppressWarnings("unchecked") // IDs of zones
    private static ComboBox<Optional<String>> zones(FxRobot robot) {
        return robot.lookup("#stats-zone").queryAs(ComboBox.class);
    }

    private static DatePicker date(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(DatePicker.class);
    }

    private static void awaitText(FxRobot robot, String query, String text) {
        Robots.waitFor(
                robot,
                query,
                node ->
                        node instanceof Label label
                                ? label.getText().contains(text)
                                : node.lookupAll(".label").stream()
                                        .anyMatch(l -> ((Label) l).getText().contains(text)));
    }

    private static List<CSVRecord> read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        }
    }
}
