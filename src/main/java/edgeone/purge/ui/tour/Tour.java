package edgeone.purge.ui.tour;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.MainWindow;
import edgeone.purge.ui.shell.screen.WindowSettings;

import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Shows the main job on the demo EdgeOne: choose a zone, paste targets, some of them invalid and
 * some to be rejected, purge them, and see each outcome.
 */
public final class Tour {
    /** Size of the pictures, unless the window is larger. */
    private static final double WIDTH = 1_440;

    private static final double HEIGHT = 900;

    private static final KeyEvent ENTER =
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false);

    private final MainWindow window;
    private final Guide guide;

    private Tour(MainWindow window, Path folder) throws IOException {
        this.window = window;
        guide = new Guide(new Camera(window.stage(), folder));
    }

    /**
     * Runs the tour on a separate thread. The window must be showing.
     *
     * @param folder where the pictures go; created if missing
     * @param ended receives, on the JavaFX thread, what went wrong, or null
     */
    public static void take(MainWindow window, Path folder, Consumer<@Nullable Exception> ended) {
        WindowSettings before = window.settings();
        Thread.ofPlatform()
                .name("tour")
                .daemon()
                .start(
                        () -> {
                            Exception trouble = null;
                            try {
                                new Tour(window, folder).walk();
                            } catch (Exception e) {
                                trouble = e;
                            }
                            Exception end = trouble;
                            Platform.runLater(
                                    () -> {
                                        window.changeTheme(before.theme());
                                        window.changeLanguage(before.language());
                                        ended.accept(end);
                                    });
                        });
    }

    private void walk() throws Exception {
        Guide.onFx(
                () -> {
                    window.stage().setWidth(Math.max(WIDTH, window.stage().getWidth()));
                    window.stage().setHeight(Math.max(HEIGHT, window.stage().getHeight()));
                    window.changeTheme(Theme.LIGHT);
                    window.changeLanguage(Language.ENGLISH);
                });
        Guide.await(
                "the zone",
                () -> !guide.text("#reason").isEmpty() && guide.picker().contains("zone-"));
        Guide.onFx(window::refresh);
        chooseZone();
        planTheSample();
        purge();
        lookAtHistory();
        askForTheWholeZone();
        planMoreThanTheQuota();
        inOtherDress();
        new ManagementStops(window, guide).look();
        new TeamStops(window, guide).look();
        new FormStops(window, guide).look();
        new ZoneStops(window, guide).look();
        new KeyboardStops(window, guide).look();
        new StatsStops(window, guide).look();
        new LookUpStops(window, guide).look();
        new VerifyStops(window, guide).look();
        new StepsStops(window, guide).look();
    }

    private void chooseZone() throws Exception {
        Guide.onFx(() -> guide.button("#zone-picker").fire());
        Guide.await("the list of zones", () -> Guide.find("#zone-list").isPresent());
        Guide.onFx(() -> guide.field("#zone-search").setText("example"));
        guide.picture("zones");
        Guide.onFx(
                () -> {
                    ListView<?> list = (ListView<?>) guide.node("#zone-list");
                    list.getSelectionModel().selectFirst();
                    guide.field("#zone-search").fireEvent(ENTER);
                });
        Guide.await("the zone's quota", () -> guide.text("#reason").contains("Paste"));
    }

    private void planTheSample() throws Exception {
        guide.paste(SampleTargets.lines());
        Guide.await("the plan", () -> !guide.button("#go").isDisabled());
        guide.picture("purge");
    }

    private void purge() throws Exception {
        Guide.onFx(() -> guide.button("#go").fire());
        Guide.await("the run", () -> Guide.isShown("#run-bar"));
        guide.picture("running");
        Guide.await("EdgeOne's answer", () -> guide.text("#run-headline").contains("not purged"));
        guide.picture("result");
    }

    private void lookAtHistory() throws Exception {
        Guide.onFx(() -> guide.button("#run-show").fire());
        Guide.await("the targets", () -> guide.rowsShown("#job-targets"));
        guide.picture("history");
        Guide.onFx(() -> guide.tabs().getSelectionModel().select(1));
        Guide.await("the requests", () -> guide.rowsShown("#job-requests"));
        guide.picture("requests");
        Guide.onFx(
                () -> {
                    guide.tabs().getSelectionModel().select(0);
                    guide.button("#sync").fire();
                });
        Guide.await("what others purged", () -> guide.text("#sync-line").contains("known"));
        guide.picture("sync");
    }

    private void askForTheWholeZone() throws Exception {
        Guide.onFx(
                () -> {
                    guide.button("#rail-purge").fire();
                    guide.button("#go").fire();
                    guide.button("#type-purge_all").fire();
                });
        Guide.await("the plan", () -> !guide.button("#go").isDisabled());
        Guide.onFx(() -> guide.button("#go").fire());
        Guide.await("the question", () -> Guide.find("#confirm-zone").isPresent());
        Guide.onFx(() -> guide.field("#confirm-zone").setText("example"));
        guide.picture("confirm");
        Guide.onFx(
                () -> {
                    guide.field("#confirm-zone").setText("example.com");
                    guide.button("#confirm-go").fire();
                });
        Guide.await("the countdown", () -> Guide.find("#countdown-stop").isPresent());
        guide.picture("countdown");
        Guide.onFx(
                () -> {
                    guide.button("#countdown-stop").fire();
                    guide.button("#type-purge_url").fire();
                });
        Guide.await("the form", () -> Guide.find("#countdown-stop").isEmpty());
    }

    private void planMoreThanTheQuota() throws Exception {
        guide.paste(SampleTargets.many());
        Guide.await("the choice", () -> Guide.isShown("#fit-send"));
        Guide.onFx(() -> guide.button("#quota-all").fire());
        guide.picture("quota");
        Guide.onFx(() -> guide.button("#fit-send").fire());
        Guide.await("the plan", () -> !guide.button("#go").isDisabled());
        guide.picture("fit");
        Guide.onFx(() -> guide.button("#quota-all").fire());
        guide.paste(SampleTargets.lines());
        Guide.await("the plan", () -> !Guide.isShown("#fit-send"));
    }

    private void inOtherDress() throws Exception {
        Guide.onFx(
                () -> {
                    guide.button("#rail-history").fire();
                    window.changeTheme(Theme.DARK);
                });
        Guide.await("the targets", () -> guide.rowsShown("#job-targets"));
        guide.picture("dark");
        Guide.onFx(() -> window.changeLanguage(Language.CHINESE));
        Guide.await("the targets", () -> guide.rowsShown("#job-targets"));
        guide.picture("chinese");
    }
}
