package edgeone.purge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealPreferences;
import edgeone.purge.messages.Language;
import edgeone.purge.model.PurgeType;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws every screen in both languages, one of them light and one dark, into target/pictures, and
 * checks that no text is cut off.
 */
abstract class EveryScreen {
    private static final List<String> TARGETS =
            List.of(
                    "https://www.example.com/",
                    "https://www.example.com/assets/app.8f31c2.js",
                    "https://cdn.other-shop.com/logo.svg",
                    "https://www.example.com/assets/app.8f31c2.css",
                    "https://www.example.com/img/夏 季.jpg",
                    "https://www.example.com/p/1024#reviews",
                    "www.example.com/p/1025",
                    "https://www.example.com/p/1026?color=red",
                    "https://www.example.com:8443/p/1027");

    @TempDir Path home;
    @TempDir Path userHome;
    @TempDir Path settingsHome;

    private LiveConsole live;
    private LiveAccounts accounts;
    private RealPreferences preferences;
    private ConsoleWindow console;
    private Stage stage;
    private Screenshots pictures;
    private final List<String> clipped = new ArrayList<>();

    final void open(Stage shown, double width, double height) throws Exception {
        stage = shown;
        live = LiveConsole.of(home);
        accounts = new LiveAccounts(home, userHome, live);
        accounts.add("shop", StoreKind.SESSION);
        accounts.add("Webshop of the subsidiary overseas", StoreKind.SESSION);
        preferences = new RealPreferences(settingsHome);
        console =
                ConsoleWindow.open(
                        live.parts(
                                        new WindowSettings(
                                                Theme.LIGHT, Language.ENGLISH, "", width, height))
                                .withCalls(live.calls())
                                .withExplorer(live.explorer())
                                .withAccounts(accounts.access())
                                .withPreferences(preferences.access()),
                        stage);
        pictures = new Screenshots(stage);
    }

    @AfterEach
    void close() {
        preferences.close();
        accounts.close();
        live.close();
    }

    @Test
    void noWordIsCutOff(FxRobot robot) {
        Robots.waitFor(robot, "#reason", r -> ((Label) r).getText().startsWith("Paste"));
        everyDress(robot, "1-empty");
        for (PurgeType type : PurgeType.values()) {
            press(robot, "#type-" + type.wireName());
            everyDress(robot, "2-" + type.wireName());
        }
        press(robot, "#type-purge_url");
        press(robot, "#rail-history");
        everyDress(robot, "3-history-empty");
        press(robot, "#rail-purge");
        robot.interact(() -> Robots.setTargets(robot, TARGETS));
        Robots.waitFor(robot, "#go", b -> !b.isDisabled());
        everyDress(robot, "4-plan");
        robot.interact(() -> Robots.button(robot, "#go").fire());
        Robots.waitFor(robot, "#run-headline", l -> ((Label) l).getText().contains("1 of 6"));
        everyDress(robot, "5-result");
        robot.interact(() -> robot.lookup("#run-show").queryAs(Hyperlink.class).fire());
        Robots.waitFor(robot, "#job-targets", t -> ((TableView<?>) t).getItems().size() == 6);
        everyDress(robot, "6-history");
        robot.interact(() -> Robots.button(robot, "#job-calls").fire());
        Robots.waitFor(robot, "#calls", t -> ((TableView<?>) t).getItems().size() > 1);
        robot.interact(
                () ->
                        robot.lookup("#calls")
                                .queryAs(TableView.class)
                                .getSelectionModel()
                                .clearAndSelect(0));
        Robots.waitFor(robot, "#call-reply .tree-cell", Node::isVisible);
        everyDress(robot, "6-inspector");
        robot.interact(() -> robot.lookup("#call-as-code").queryAs(ToggleButton.class).fire());
        everyDress(robot, "6-inspector-code");
        robot.interact(() -> Robots.button(robot, "#call-explore").fire());
        Robots.waitFor(robot, "#explorer-json", Node::isVisible);
        everyDress(robot, "6-explorer");
        press(robot, "#rail-stats");
        Robots.waitFor(robot, "#stats-outcomes-picture", Node::isVisible);
        everyDress(robot, "6-statistics");
        accounts(robot);
        settings(robot);
        assertThat(clipped).isEmpty();
    }

    private void accounts(FxRobot robot) {
        press(robot, "#rail-accounts");
        everyDress(robot, "7-accounts");
        robot.interact(() -> Robots.button(robot, "#account-add").fire());
        dress(robot, "7-accounts-new", Language.CHINESE, Theme.DARK);
        robot.interact(() -> Robots.button(robot, "#account-add").fire());
        dress(robot, "7-accounts-new", Language.ENGLISH, Theme.LIGHT);
        chooseFirst(robot);
        dress(robot, "7-accounts-chosen", Language.CHINESE, Theme.LIGHT);
        dress(robot, "7-accounts-chosen", Language.ENGLISH, Theme.DARK);
        chooseFirst(robot);
        robot.interact(() -> Robots.button(robot, "#account-test").fire());
        Robots.waitFor(robot, "#account-report", Node::isVisible);
        dress(robot, "7-accounts-tested", Language.ENGLISH, Theme.DARK);
    }

    private static void chooseFirst(FxRobot robot) {
        robot.interact(
                () ->
                        robot.lookup("#accounts")
                                .queryAs(TableView.class)
                                .getSelectionModel()
                                .select(0));
        Robots.waitFor(robot, "#account-test", Node::isVisible);
    }

    private void settings(FxRobot robot) {
        press(robot, "#rail-settings");
        everyDress(robot, "8-settings");
        robot.interact(
                () -> {
                    ComboBox<?> way = robot.lookup("#settings-way").queryAs(ComboBox.class);
                    way.getSelectionModel().select(2);
                });
        dress(robot, "8-settings-proxy", Language.ENGLISH, Theme.LIGHT);
    }

    /** Chinese as it is, English in the other theme: each screen in both, and the next in turn. */
    private void everyDress(FxRobot robot, String name) {
        Theme now = console.window().settings().theme();
        dress(robot, name, Language.CHINESE, now);
        dress(robot, name, Language.ENGLISH, now == Theme.LIGHT ? Theme.DARK : Theme.LIGHT);
    }

    private void dress(FxRobot robot, String name, Language language, Theme theme) {
        robot.interact(
                () -> {
                    console.window().changeLanguage(language);
                    if (console.window().settings().theme() != theme) {
                        console.window().changeTheme(theme);
                    }
                });
        String picture =
                String.join(
                        "-",
                        name,
                        language.tag(),
                        theme.label(),
                        String.valueOf((int) stage.getWidth()));
        pictures.take(picture);
        robot.interact(
                () -> {
                    // Lays out what has changed since the picture.
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    Clipped.in(stage.getScene().getRoot())
                            .forEach(text -> clipped.add(picture + ": " + text));
                });
    }

    private static void press(FxRobot robot, String query) {
        robot.interact(() -> robot.lookup(query).queryAs(ToggleButton.class).fire());
        Robots.waitFor(robot, query, b -> ((ToggleButton) b).isSelected());
    }
}
