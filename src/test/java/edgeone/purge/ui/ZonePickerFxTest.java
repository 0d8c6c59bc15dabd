package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;
import edgeone.purge.zones.KnownZonesFile;
import edgeone.purge.zones.ZoneFinder.Found;
import edgeone.purge.zones.ZoneMemory;
import edgeone.purge.zones.ZoneOwner;
import edgeone.purge.zones.ZonePicksFile;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
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
import java.util.List;

/** The zone picker by keyboard alone, against the embedded EdgeOne's six zones. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class ZonePickerFxTest {
    private static final String GLOBAL = "zone-2x5demo00003";
    private static final String MAINLAND = "zone-2x5demo00004";

    @TempDir Path home;
    private LiveConsole live;

    @Start
    void start(Stage stage) throws IOException {
        live = LiveConsole.of(home);
        ZoneMemory memory =
                new ZoneMemory(
                        new KnownZonesFile(home), new ZonePicksFile(home, LiveConsole.CLOCK));
        ConsoleWindow.open(
                live.parts(new WindowSettings(Theme.LIGHT, Language.ENGLISH, "", 1_280, 800))
                        .withZones(memory),
                stage);
    }

    @AfterEach
    void close() {
        live.close();
    }

    private static void open(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        Robots.waitFor(robot, "#zone-search", Node::isFocused);
    }

    private static void awaitRows(FxRobot robot, String... ids) {
        Robots.waitFor(
                robot,
                "#zone-list",
                n ->
                        ((ListView<?>) n)
                                .getItems().stream()
                                        .map(item -> ((Found) item).zone().zoneId())
                                        .toList()
                                        .equals(List.of(ids)));
    }

    private static void awaitZone(FxRobot robot, String id) {
        Robots.waitFor(robot, "#zone-picker", b -> b.getAccessibleText().contains(id));
    }

    /** The hosts of all zones are read in the background. */
    private static void awaitHosts(FxRobot robot) {
        Robots.waitFor(
                robot, "#zone-known", l -> ((Label) l).getText().contains("hosts of 6 of 6"));
    }

    @Test
    void aZoneIsFoundByAnyOfItsHostsAndChosenByEnter(FxRobot robot) {
        awaitZone(robot, "zone-2x5demo00001");
        open(robot);
        awaitHosts(robot);
        robot.write("shop.ex");
        awaitRows(robot, GLOBAL);
        Robots.waitFor(
                robot,
                ".list-cell",
                n ->
                        n.getAccessibleText() != null
                                && n.getAccessibleText().contains("shop.example.org"));
        robot.type(KeyCode.ENTER);
        awaitZone(robot, GLOBAL);
        assertThat(robot.lookup("#zone-search").tryQuery()).isEmpty();
    }

    @Test
    void zonesOfOneNameAreToldApartAndTheArrowKeysSelect(FxRobot robot) {
        awaitZone(robot, "zone-2x5demo00001");
        open(robot);
        awaitHosts(robot);
        robot.write("example.org");
        awaitRows(robot, GLOBAL, MAINLAND);
        Robots.waitFor(
                robot,
                ".list-cell:selected",
                n ->
                        n.getAccessibleText() != null
                                && n.getAccessibleText().contains("example-org-global")
                                && n.getAccessibleText().contains("Enterprise")
                                && n.getAccessibleText().contains("active"));
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        awaitZone(robot, MAINLAND);
    }

    @Test
    void aMarkedZoneIsOnTopAndThenThoseUsedLast(FxRobot robot) {
        awaitZone(robot, "zone-2x5demo00001");
        open(robot);
        awaitHosts(robot);
        robot.write("mainland");
        awaitRows(robot, MAINLAND);
        robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        Robots.waitFor(
                robot,
                "#zone-list",
                n -> ((Found) ((ListView<?>) n).getItems().getFirst()).favourite());
        robot.type(KeyCode.ESCAPE);
        Robots.waitGone(robot, "#zone-search");
        awaitZone(robot, "zone-2x5demo00001");

        open(robot);
        robot.write("edu").type(KeyCode.ENTER);
        awaitZone(robot, "zone-2x5demo00006");
        open(robot);
        awaitRows(
                robot,
                MAINLAND,
                "zone-2x5demo00006",
                "zone-2x5demo00001",
                "zone-2x5demo00002",
                GLOBAL,
                "zone-2x5demo00005");
        ZonePicksFile kept = new ZonePicksFile(home, LiveConsole.CLOCK);
        ZoneOwner owner =
                new ZoneOwner(
                        live.connection().accountId(),
                        live.connection().endpoint(),
                        live.connection().keyFingerprint());
        while (!kept.read(owner).recent().equals(List.of("zone-2x5demo00006"))) {
            Thread.onSpinWait();
        }
        assertThat(kept.read(owner).favourites()).containsExactly(MAINLAND);
    }
}
