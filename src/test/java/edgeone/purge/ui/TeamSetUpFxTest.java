package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealPreferences;
import edgeone.purge.app.window.WindowProgram;
import edgeone.purge.app.wiring.Wiring;
import edgeone.purge.cli.kit.GlobalOptions;
import edgeone.purge.messages.Language;
import edgeone.purge.settings.Settings;
import edgeone.purge.settings.SettingsFile;
import edgeone.purge.settings.TeamSetting;
import edgeone.purge.team.OddServer;
import edgeone.purge.team.RealPostgres;
import edgeone.purge.team.db.TeamSchema;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.kit.dialog.FileAsk;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterAll;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** A team's database is set up, looked at and left in the window of the real program. */
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
final class TeamSetUpFxTest {
    private static final String RIGHT = "RightOfTheTeam-4711";
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    @TempDir private static Path folder;
    private static RealPostgres postgres;
    private static int databases;

    @TempDir private Path home;
    @TempDir private Path saved;

    private String name = "";
    private Stage stage;
    private RealPreferences real;
    private ConsoleWindow console;

    @BeforeAll
    static void startServer() throws Exception {
        postgres = RealPostgres.start(folder);
        postgres.execute("CREATE ROLE boss LOGIN SUPERUSER PASSWORD '" + RIGHT + "'");
        postgres.execute("CREATE ROLE wang LOGIN PASSWORD '" + RIGHT + "'");
        Path access = folder.resolve("postgres/pg_hba.conf");
        Files.writeString(
                access,
                "host all boss,wang 127.0.0.1/32 scram-sha-256\n" + Files.readString(access));
        postgres.execute("SELECT pg_reload_conf()");
    }

    @AfterAll
    static void stopServer() throws Exception {
        postgres.close();
    }

    /** As the program opens it, with the demo. */
    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        name = "set_up_" + ++databases;
        postgres.execute("CREATE DATABASE " + name);
        real = new RealPreferences(home);
        WindowProgram program =
                new WindowProgram(Map.of(), System.err, wiring().known(), new Saving(saved), null);
        GlobalOptions options = new GlobalOptions(home, null, null, Language.ENGLISH, false, null);
        ConsoleParts parts =
                CompletableFuture.supplyAsync(() -> program.parts(wiring(), options, false)).get();
        console = ConsoleWindow.open(parts, stage);
        stage.setWidth(1_024);
        stage.setHeight(640);
        wiring().settings().onTeam(console::followTeam);
        wiring().team().publishMeanwhile(console::published);
    }

    @AfterEach
    void close() throws Exception {
        if (!Files.exists(folder.resolve("postgres/postmaster.pid"))) {
            postgres.startServer();
        }
        real.close();
    }

    private Wiring wiring() {
        return real.wiring();
    }

    /** Saves everything as one file. */
    private record Saving(Path folder) implements FileAsk {
        @Override
        public Optional<Path> open(Window over, String title, List<ExtensionFilter> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(Window over, String title, String file) {
            return Optional.of(folder.resolve(file));
        }
    }

    private String place() {
        return "postgresql://127.0.0.1:" + postgres.port() + "/" + name;
    }

    private static void open(FxRobot robot) {
        awaitForm(robot);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        Robots.waitFor(robot, "#team-url", Node::isFocused);
    }

    private static void awaitForm(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
    }

    /** Draws the window, in which every text must fit. */
    private void picture(String file) {
        new Screenshots(stage).take(file);
        assertThat(
                        WaitForAsyncUtils.waitForAsyncFx(
                                20_000,
                                () -> {
                                    Parent root = stage.getScene().getRoot();
                                    root.applyCss();
                                    root.layout();
                                    return Clipped.in(root);
                                }))
                .as(file)
                .isEmpty();
    }

    private static void type(FxRobot robot, String query, String text) {
        robot.interact(() -> robot.lookup(query).queryAs(TextField.class).setText(text));
    }

    private static void press(FxRobot robot, String query) {
        Robots.waitFor(robot, query, b -> !b.isDisabled());
        robot.interact(() -> robot.lookup(query).queryAs(ButtonBase.class).fire());
    }

    private void connect(FxRobot robot, String url, String user, String password) {
        type(robot, "#team-url", url);
        type(robot, "#team-user", user);
        type(robot, "#team-password", password);
        press(robot, "#team-connect");
    }

    private static String said(FxRobot robot, String part) {
        return texts((Parent) robot.lookup("#team-said-" + part).query());
    }

    private static String texts(Parent parent) {
        return parent.lookupAll(".label").stream()
                .map(n -> ((Labeled) n).getText())
                .collect(Collectors.joining("\n"));
    }

    private static void says(FxRobot robot, String... words) {
        Robots.waitUntil(
                () -> {
                    String text = said(robot, "FORM");
                    return List.of(words).stream().allMatch(text::contains);
                });
    }

    private static boolean isMarked(FxRobot robot, String query) {
        return robot.lookup(query).query().getPseudoClassStates().contains(WRONG);
    }

    private static String typed(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(TextField.class).getText();
    }

    private Settings settings() throws IOException {
        return new SettingsFile(home, Clock.systemUTC()).load().settings();
    }

    private long rows(String table) throws SQLException {
        try (Connection connection = postgres.connectTo(name);
                ResultSet row =
                        connection
                                .createStatement()
                                .executeQuery("SELECT count(*) FROM edgeone_purge." + table)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    private void purge(FxRobot robot) {
        robot.interact(() -> robot.lookup("#rail-purge").queryAs(ButtonBase.class).fire());
        awaitForm(robot);
        robot.interact(() -> Robots.setTargets(robot, List.of("https://www.example.com/a")));
        press(robot, "#go");
        Robots.waitFor(robot, "#run-headline", l -> !((Label) l).getText().isEmpty());
    }

    @Test
    void aTeamIsSetUpByKeyboardAndEverythingFollows(FxRobot robot) throws Exception {
        awaitForm(robot);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        Robots.waitFor(robot, "#jobs", _ -> true);
        assertThat(Robots.isHidden(robot, "#whose")).as("mine or everyone").isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        Robots.waitFor(robot, "#team-url", Node::isFocused);
        picture("team-none");
        robot.write(place()).type(KeyCode.TAB).write("boss").type(KeyCode.TAB).write(RIGHT);
        picture("team-typed");
        robot.type(KeyCode.ENTER);
        says(robot, "Connected and saved");
        assertThat(typed(robot, "#team-password")).as("forgotten once it is kept").isEmpty();
        Robots.waitFor(robot, "#team-state", l -> ((Label) l).getText().equals("in use"));
        aColleaguePurges();
        robot.interact(() -> robot.lookup("#rail-purge").queryAs(ButtonBase.class).fire());
        robot.interact(() -> Robots.setTargets(robot, List.of("https://www.example.com/a")));
        Robots.waitFor(
                robot,
                "#plan-team",
                p -> texts((Parent) p).contains("Wang is purging this zone now"));
        purge(robot);
        Robots.waitUntil(() -> rows("job") == 2);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        Robots.waitFor(robot, "#team-published", l -> ((Label) l).getText().endsWith(" 0 waiting"));
        picture("team-set");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(Robots.isHidden(robot, "#whose")).as("mine or everyone").isFalse();

        press(robot, "#rail-team");
        press(robot, "#team-off");
        Robots.waitFor(robot, "#team-off-go", Node::isVisible);
        robot.interact(() -> robot.lookup("#team-off-go").queryButton().fire());
        says(robot, "turned off");
        assertThat(settings().team()).isNull();
        Robots.waitUntil(() -> Robots.isHidden(robot, "#team-publish"));
        assertThat(Robots.isHidden(robot, "#team-none")).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        Robots.waitUntil(() -> Robots.isHidden(robot, "#whose"));
        assertThat(onDisk()).as("files with the password").isEmpty();
    }

    private void aColleaguePurges() throws SQLException {
        try (Connection connection = postgres.connectTo(name)) {
            connection
                    .createStatement()
                    .execute(
                            """
                            SET search_path = edgeone_purge;
                            SET session_replication_role = replica;
                            INSERT INTO machine (id, host, os_user, program, db_user, created_at)
                              VALUES ('00000000-0000-0000-0000-000000000001', 'build-2', 'Wang', '1.0', 'wang', now());
                            INSERT INTO job (id, created_at, machine, person, host, db_user, account, key_fingerprint,
                                endpoint, zone_id, zone_name, type, tag_domains, n_targets, n_succeeded, state)
                              VALUES ('260101-000000-aaaaaaaa', clock_timestamp() - interval '3 minutes',
                                '00000000-0000-0000-0000-000000000001', 'Wang', 'build-2', 'wang', 'shop', 'f', 'e',
                                'zone-2x5demo00001', 'example.com', 'purge_url', '', 9000, 2100, 'running')\
                            """);
        }
    }

    private List<Path> onDisk() throws IOException {
        try (var files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(
                            f -> {
                                try {
                                    return new String(
                                                    Files.readAllBytes(f),
                                                    StandardCharsets.ISO_8859_1)
                                            .contains(RIGHT);
                                } catch (IOException e) {
                                    return true;
                                }
                            })
                    .toList();
        }
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(FxRobot robot) throws Exception {
        open(robot);
        press(robot, "#team-connect");
        says(robot, "Enter the address");
        assertThat(isMarked(robot, "#team-url")).isTrue();
        connect(robot, "mysql://127.0.0.1/team", "boss", "wrong");
        says(robot, "This is not a database address");
        type(robot, "#team-url", "postgresql://boss:secret@127.0.0.1/team");
        press(robot, "#team-test");
        says(robot, "Take the password out");

        connect(robot, place(), "boss", "wrong");
        says(robot, "Nothing was saved.", "refused user or password");
        assertThat(isMarked(robot, "#team-user")).isTrue();
        assertThat(isMarked(robot, "#team-password")).isTrue();
        assertThat(isMarked(robot, "#team-url")).isFalse();
        assertThat(typed(robot, "#team-password")).isEqualTo("wrong");
        picture("team-wrong-password");

        connect(robot, place().replace(name, "no_such"), "boss", RIGHT);
        says(robot, "Nothing was saved.", "no such database");
        assertThat(isMarked(robot, "#team-url")).isTrue();

        String greeting = "J\0\0\0\n8.0.36\0\13\0\0\0abcdefgh\0\377\377";
        try (OddServer server = OddServer.saying("127.0.0.1", greeting)) {
            connect(robot, server.url().replaceFirst("//[^@]*@", "//"), "boss", RIGHT);
            says(robot, "Nothing was saved.", "is not PostgreSQL");
        }

        try (OddServer silent = OddServer.saying("127.0.0.1", "")) {
            connect(robot, silent.url().replaceFirst("//[^@]*@", "//"), "boss", RIGHT);
            Robots.waitFor(robot, "#team-cancel", Node::isVisible);
            press(robot, "#team-cancel");
            says(robot, "Canceled. Nothing was saved.");
            assertThat(Robots.button(robot, "#team-connect").isDisabled()).isFalse();
        }

        connect(robot, "postgresql://127.0.0.1:1/team", "boss", RIGHT);
        says(robot, "Nothing was saved.", "cannot be reached");
        assertThat(settings().team()).isNull();
        assertThat(onDisk()).isEmpty();
        press(robot, "#team-anyway");
        says(robot, "Saved. What waits");
        assertThat(settings().team())
                .isEqualTo(new TeamSetting("postgresql://boss@127.0.0.1:1/team", "file"));
        Robots.waitFor(
                robot, "#team-trouble", l -> ((Label) l).getText().contains("cannot be reached"));
        picture("team-unreachable");
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void aTestKeepsNothingAndTheSchemaIsForTheAdministrator(FxRobot robot) throws Exception {
        open(robot);
        type(robot, "#team-url", place());
        type(robot, "#team-user", "wang");
        type(robot, "#team-password", RIGHT);
        press(robot, "#team-test");
        says(robot, "The connection works. There is no schema yet");
        assertThat(settings().team()).isNull();

        press(robot, "#team-connect");
        says(robot, "were saved, but nothing can be published yet", "The database user lacks");
        press(robot, "#team-schema-copy");
        Robots.waitUntil(() -> said(robot, "SCHEMA").startsWith("Copied."));
        robot.interact(
                () ->
                        assertThat(Clipboard.getSystemClipboard().getString())
                                .isEqualTo(TeamSchema.script()));
        press(robot, "#team-schema-save");
        Robots.waitUntil(() -> said(robot, "SCHEMA").startsWith("Saved to "));
        String sql = Files.readString(saved.resolve("edgeone-purge-schema.sql"));
        try (Connection boss = postgres.connectTo(name)) {
            boss.createStatement().execute(sql);
            boss.createStatement().execute("GRANT edgeone_purge_publisher TO wang");
        }

        press(robot, "#team-connect");
        says(robot, "Connected and saved");
        type(robot, "#team-minutes", "0");
        press(robot, "#team-minutes-save");
        assertThat(isMarked(robot, "#team-minutes")).isTrue();
        type(robot, "#team-minutes", "45");
        press(robot, "#team-minutes-save");
        Robots.waitUntil(() -> said(robot, "RELEASE").startsWith("Saved."));
        assertThat(settings().team()).extracting(TeamSetting::releaseMinutes).isEqualTo(45);

        postgres.connectTo(name)
                .createStatement()
                .execute("INSERT INTO edgeone_purge.schema_version (version) VALUES (99)");
        robot.push(KeyCode.F5);
        Robots.waitFor(
                robot, "#team-trouble", l -> ((Label) l).getText().contains("newer than this"));
        press(robot, "#team-test");
        says(robot, "has version 99");
    }

    @Test
    void theDatabaseGoesAwayAndComesBack(FxRobot robot) throws Exception {
        open(robot);
        connect(robot, place(), "boss", RIGHT);
        says(robot, "Connected and saved");
        postgres.stop();
        purge(robot);
        Robots.waitFor(robot, "#run-headline", l -> ((Label) l).getText().contains("purged"));
        Robots.waitFor(
                robot,
                "#teamLine",
                l -> l.isVisible() && ((Label) l).getText().startsWith("Team history:"));
        press(robot, "#rail-team");
        Robots.waitFor(
                robot, "#team-state", l -> ((Label) l).getText().equals("cannot be used now"));
        picture("team-gone");
        postgres.startServer();
        press(robot, "#team-publish");
        Robots.waitUntil(() -> said(robot, "STATUS").contains("published, 0 waiting."));
        Robots.waitUntil(() -> Robots.isHidden(robot, "#teamLine"));
        assertThat(rows("job")).isEqualTo(1);
    }

    @Test
    void aTeamSetElsewhereIsNoticedInChineseAndDark(FxRobot robot) throws Exception {
        open(robot);
        try (Connection boss = postgres.connectTo(name)) {
            TeamSchema.migrate(boss);
        }
        new SettingsFile(home, Clock.systemUTC())
                .change(s -> s.withTeam(new TeamSetting(place(), TeamSetting.NO_PASSWORD)));
        Robots.waitUntil(() -> typed(robot, "#team-url").equals(place()));
        robot.interact(
                () -> {
                    console.window().changeTheme(Theme.DARK);
                    console.window().changeLanguage(Language.CHINESE);
                });
        Robots.waitFor(robot, "#team-off", b -> ((Labeled) b).getText().equals("停用…"));
        picture("team-dark-chinese");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        Robots.waitFor(robot, "#whose", Node::isVisible);
    }
}
