package edgeone.purge.ui.tour;

import edgeone.purge.messages.Language;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.shell.MainWindow;
import edgeone.purge.ui.shell.WindowSettings;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

import jfx.incubator.scene.control.richtext.CodeArea;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Shows the main job on the demo EdgeOne: choose a zone, paste targets of which some are bad and
 * some will be rejected, purge them, and see what became of each.
 */
public final class Tour {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Size of the pictures, unless the window is larger. */
    private static final double WIDTH = 1_440;

    private static final double HEIGHT = 900;
    private static final Duration GLANCE = Duration.ofMillis(50);

    private static final KeyEvent ENTER =
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false);

    private final MainWindow window;
    private final Camera camera;

    private Tour(MainWindow window, Path folder) throws IOException {
        this.window = window;
        camera = new Camera(window.stage(), folder);
    }

    /**
     * Takes the tour on a thread of its own. The window must be showing.
     *
     * @param folder where the pictures go; made where it is missing
     * @param ended hears, on the JavaFX thread, what went wrong, or null
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
        onFx(
                () -> {
                    window.stage().setWidth(Math.max(WIDTH, window.stage().getWidth()));
                    window.stage().setHeight(Math.max(HEIGHT, window.stage().getHeight()));
                    window.changeTheme(Theme.LIGHT);
                    window.changeLanguage(Language.ENGLISH);
                });
        await("the zone", () -> !text("#reason").isEmpty() && picker().contains("zone-"));
        onFx(window::refresh);
        chooseZone();
        planTheSample();
        purge();
        lookAtHistory();
        askForTheWholeZone();
        inOtherDress();
    }

    private void chooseZone() throws Exception {
        onFx(() -> button("#zone-picker").fire());
        await("the list of zones", () -> find("#zone-list").isPresent());
        onFx(() -> field("#zone-search").setText("example"));
        picture("zones");
        onFx(
                () -> {
                    ListView<?> list = (ListView<?>) node("#zone-list");
                    list.getSelectionModel().selectFirst();
                    field("#zone-search").fireEvent(ENTER);
                });
        await("the zone's quota", () -> text("#reason").contains("Paste"));
    }

    private void planTheSample() throws Exception {
        onFx(
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(String.join("\n", SampleTargets.lines()));
                    Clipboard.getSystemClipboard().setContent(content);
                    CodeArea editor = (CodeArea) node("#target-lines");
                    editor.selectAll();
                    editor.paste();
                });
        await("the plan", () -> !button("#go").isDisabled());
        picture("purge");
    }

    private void purge() throws Exception {
        onFx(() -> button("#go").fire());
        await("the run", () -> node("#run-bar").isVisible());
        picture("running");
        await("EdgeOne's answer", () -> text("#run-headline").contains("not purged"));
        picture("result");
    }

    private void lookAtHistory() throws Exception {
        onFx(() -> button("#run-show").fire());
        await("the targets", () -> rowsShown("#job-targets"));
        picture("history");
        onFx(() -> tabs().getSelectionModel().select(1));
        await("the requests", () -> rowsShown("#job-requests"));
        picture("requests");
        onFx(() -> tabs().getSelectionModel().select(0));
    }

    private void askForTheWholeZone() throws Exception {
        onFx(
                () -> {
                    button("#rail-purge").fire();
                    button("#go").fire();
                    button("#type-purge_all").fire();
                });
        await("the plan", () -> !button("#go").isDisabled());
        onFx(() -> button("#go").fire());
        await("the question", () -> find("#confirm-zone").isPresent());
        onFx(() -> field("#confirm-zone").setText("example"));
        picture("confirm");
        onFx(
                () -> {
                    Scene dialog = node("#confirm-zone").getScene();
                    dialog.getWindow().hide();
                    button("#type-purge_url").fire();
                });
        await("the form", () -> find("#confirm-zone").isEmpty());
    }

    private void inOtherDress() throws Exception {
        onFx(
                () -> {
                    button("#rail-history").fire();
                    window.changeTheme(Theme.DARK);
                });
        await("the targets", () -> rowsShown("#job-targets"));
        picture("dark");
        onFx(() -> window.changeLanguage(Language.CHINESE));
        await("the targets", () -> rowsShown("#job-targets"));
        picture("chinese");
    }

    private boolean rowsShown(String table) {
        return find(table).map(TableView.class::cast).filter(Tour::hasText).isPresent();
    }

    private static boolean hasText(TableView<?> rows) {
        return rows.getScene() != null
                && !rows.getItems().isEmpty()
                && rows.lookupAll(".table-row-cell").stream()
                        .flatMap(row -> row.lookupAll(".table-cell").stream())
                        .anyMatch(
                                cell ->
                                        cell instanceof Labeled label
                                                && label.getText() != null
                                                && label.getText().length() > 1);
    }

    private void picture(String name) throws Exception {
        camera.develop(onFx(camera::look), name);
    }

    private String picker() {
        return Objects.toString(button("#zone-picker").getAccessibleText(), "");
    }

    private TabPane tabs() {
        return (TabPane) node(".tab-pane");
    }

    private String text(String query) {
        return ((Label) node(query)).getText();
    }

    private ButtonBase button(String query) {
        return (ButtonBase) node(query);
    }

    private TextField field(String query) {
        return (TextField) node(query);
    }

    private Node node(String query) {
        return find(query).orElseThrow(() -> new IllegalStateException("no " + query));
    }

    /** Finds a node in any window, the newest first. */
    private static Optional<Node> find(String query) {
        return Window.getWindows().reversed().stream()
                .filter(Window::isShowing)
                .map(w -> w.getScene().getRoot())
                .map((Parent root) -> root.lookup(query))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static void onFx(Runnable action) throws Exception {
        onFx(
                () -> {
                    action.run();
                    return true;
                });
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    try {
                        answer.complete(action.call());
                    } catch (Exception e) {
                        answer.completeExceptionally(e);
                    }
                });
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static void await(String what, Callable<Boolean> there) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!onFx(there)) {
            if (Instant.now().isAfter(deadline)) {
                throw new TimeoutException("waited in vain for " + what);
            }
            Thread.sleep(GLANCE);
        }
        // One more turn, so that what was found is laid out and drawn.
        onFx(() -> true);
    }
}
