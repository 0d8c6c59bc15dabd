package edgeone.purge.ui.tour;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;

import jfx.incubator.scene.control.richtext.CodeArea;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Operates the window for a tour and takes pictures of it. */
final class Guide {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PATIENT_LOOKS = 100;
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Camera camera;

    Guide(Camera camera) {
        this.camera = camera;
    }

    boolean rowsShown(String table) {
        return find(table).map(TableView.class::cast).filter(Guide::hasText).isPresent();
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

    void picture(String name) throws Exception {
        camera.develop(onFx(camera::look), name);
    }

    /** The text of the zone picker. */
    String picker() {
        return Objects.toString(button("#zone-picker").getAccessibleText(), "");
    }

    TabPane tabs() {
        return (TabPane) node(".tab-pane");
    }

    String text(String query) {
        return ((Label) node(query)).getText();
    }

    ButtonBase button(String query) {
        return (ButtonBase) node(query);
    }

    TextField field(String query) {
        return (TextField) node(query);
    }

    Node node(String query) {
        return find(query).orElseThrow(() -> new IllegalStateException("no " + query));
    }

    /** Pastes lines over what is in the target editor. */
    void paste(List<String> lines) throws Exception {
        onFx(
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(String.join("\n", lines));
                    Clipboard.getSystemClipboard().setContent(content);
                    CodeArea editor = (CodeArea) node("#target-lines");
                    editor.selectAll();
                    editor.paste();
                });
        AtomicInteger looks = new AtomicInteger();
        await(
                "the pasted lines",
                () -> {
                    CodeArea editor = (CodeArea) node("#target-lines");
                    boolean there = editor.getText().strip().equals(String.join("\n", lines));
                    if (!there && looks.incrementAndGet() == PATIENT_LOOKS) {
                        // The clipboard of a display may give what it held before.
                        editor.setText(String.join("\n", lines));
                    }
                    return there;
                });
    }

    /** Finds a node in any window, the newest first. */
    static Optional<Node> find(String query) {
        return Window.getWindows().reversed().stream()
                .filter(Window::isShowing)
                .map(w -> w.getScene().getRoot())
                .map((Parent root) -> root.lookup(query))
                .filter(Objects::nonNull)
                .findFirst();
    }

    static void onFx(Runnable action) throws Exception {
        onFx(
                () -> {
                    action.run();
                    return true;
                });
    }

    static <T> T onFx(Callable<T> action) throws Exception {
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

    /** The windows that are open, and what has the focus in each. */
    private static String open() {
        return Window.getWindows().stream()
                .map(w -> w + " " + w.isFocused() + " " + w.getScene().getFocusOwner())
                .collect(Collectors.joining("; "));
    }

    static void await(String what, Callable<Boolean> there) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!onFx(there)) {
            if (Instant.now().isAfter(deadline)) {
                throw new TimeoutException(
                        "timed out waiting for " + what + "; open: " + onFx(Guide::open));
            }
            Thread.sleep(GLANCE);
        }
        // One more pulse, so that the node is laid out and drawn.
        onFx(() -> true);
    }
}
