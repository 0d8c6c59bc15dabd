package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.engine.TeamPorts;
import edgeone.purge.engine.release.Asker;
import edgeone.purge.engine.release.Release;
import edgeone.purge.engine.release.WidePurge;
import edgeone.purge.messages.Language;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.Zone;
import edgeone.purge.team.RealPostgres;
import edgeone.purge.team.TeamScripts;
import edgeone.purge.team.release.RequestDesk;
import edgeone.purge.team.release.TeamLately;
import edgeone.purge.team.release.TeamReleases;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a colleague is purging now, and a release by a second person, in the window. */
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
final class TeamFxTest {
    @TempDir private static Path folder;
    private static RealPostgres postgres;

    @TempDir private Path home;
    private Stage stage;
    private LiveConsole live;

    @BeforeAll
    static void startServer() throws Exception {
        postgres = RealPostgres.start(folder);
        TeamScripts.run(postgres);
        TeamScripts.people(postgres, "wang", "li");
        postgres.execute(
                """
                SET search_path = edgeone_purge;
                SET session_replication_role = replica;
                INSERT INTO machine (id, host, os_user, program, db_user, created_at)
                  VALUES ('00000000-0000-0000-0000-000000000001', 'build-2', 'Wang', '1.0', 'wang', now());
                INSERT INTO job (id, created_at, machine, person, host, db_user, account, key_fingerprint, endpoint,
                    zone_id, zone_name, type, tag_domains, n_targets, n_succeeded, state)
                  VALUES ('260101-000000-aaaaaaaa', clock_timestamp() - interval '3 minutes',
                    '00000000-0000-0000-0000-000000000001', E'Wang\\x1b', 'build-2', 'wang', 'shop', 'f', 'e',
                    'zone-2x5demo00001', 'example.com', 'purge_url', '', 9000, 2100, 'running')\
                """);
    }

    @AfterAll
    static void stopServer() throws Exception {
        postgres.close();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @AfterEach
    void close() {
        live.close();
    }

    private void open(FxRobot robot, Theme theme, Language language) throws Exception {
        var database = TeamScripts.database(postgres, "li");
        live =
                new LiveConsole(
                        home,
                        EmulatorOptions.defaults(),
                        SafetyLevel.NORMAL,
                        null,
                        new TeamPorts(
                                new TeamReleases(() -> Optional.of(database), () -> 30),
                                new TeamLately(() -> Optional.of(database))));
        robot.interact(
                () ->
                        ConsoleWindow.open(
                                live.parts(new WindowSettings(theme, language, "", 1_024, 640))
                                        .withRequests(desk()),
                                stage));
    }

    private static RequestDesk desk() {
        return new RequestDesk(() -> Optional.of(TeamScripts.database(postgres, "li")));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, ENGLISH", "LIGHT, CHINESE", "DARK, ENGLISH"})
    void aColleagueReleasesWhatAnotherAsked(Theme theme, Language language, FxRobot robot)
            throws Exception {
        TeamReleases wang =
                new TeamReleases(
                        () -> Optional.of(TeamScripts.database(postgres, "wang")), () -> 30);
        WidePurge purge =
                new WidePurge(
                        "https://teo.tencentcloudapi.com",
                        new Zone("zone-1", theme + "-" + language + ".com", "", "", "", false),
                        PurgeType.HOST,
                        PurgeMethod.DELETE,
                        List.of("www.example.com", "shop.example.com"));
        Asker asker = new Asker("Wang\u202e", "build-2", "shop", "INC-4711 wrong prices");
        assertThat(wang.ask(purge, asker, false).state()).isEqualTo(Release.State.WAITING);
        open(robot, theme, language);
        Robots.waitFor(robot, "#requests", link -> !((Labeled) link).getText().isEmpty());
        picture("team-waiting", theme, language, stage);
        robot.interact(() -> robot.lookup("#requests").queryAs(ButtonBase.class).fire());
        Robots.waitFor(robot, "#requests-targets", _ -> true);
        assertThat(robot.lookup("#requests-targets").queryAs(TextArea.class).getText())
                .isEqualTo("www.example.com\nshop.example.com");
        assertThat(texts(robot, "#requests-details"))
                .contains(purge.zone().zoneName(), "build-2", "INC-4711", "\\u{202E}")
                .doesNotContain("\u202e");
        assertThat(Robots.button(robot, "#requests-release").isDisabled()).isTrue();
        TextField typed = robot.lookup("#requests-zone").queryAs(TextField.class);
        robot.interact(() -> typed.setText("example.org"));
        assertThat(Robots.button(robot, "#requests-release").isDisabled()).isTrue();
        robot.interact(() -> typed.setText(purge.zone().zoneName()));
        picture("team-release", theme, language, typed.getScene().getWindow());
        robot.interact(() -> Robots.button(robot, "#requests-release").fire());
        Robots.waitFor(robot, "#requests-said", said -> !((Label) said).getText().isEmpty());
        assertThat(wang.ask(purge, asker, false).state()).isEqualTo(Release.State.RELEASED);
        robot.interact(() -> typed.getScene().getWindow().hide());
        desk().decline(desk().open().getFirst());
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, ENGLISH", "LIGHT, CHINESE", "DARK, ENGLISH"})
    void thePlanSaysWhatAColleagueIsPurging(Theme theme, Language language, FxRobot robot)
            throws Exception {
        open(robot, theme, language);
        robot.interact(() -> Robots.setTargets(robot, List.of("https://www.example.com/a")));
        Robots.waitUntil(() -> texts(robot, "#plan-team").contains("2,100"));
        assertThat(texts(robot, "#plan-team")).contains("Wang\\u{1B}", "9,000");
        picture("team-now", theme, language, stage);
    }

    private static void picture(String name, Theme theme, Language language, Window window) {
        new Screenshots(window).take(name + "-" + theme.label() + "-" + language);
    }

    private static String texts(FxRobot robot, String query) {
        return robot.lookup(query).queryAll().stream()
                .flatMap(node -> node.lookupAll("*").stream())
                .filter(Labeled.class::isInstance)
                .map(n -> ((Labeled) n).getText())
                .collect(Collectors.joining("\n"));
    }
}
