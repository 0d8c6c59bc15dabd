package edgeone.purge.ui.tour;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Operates the window for a tour and takes pictures of it. */
final class Guide {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
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
                    // Unlike selectAll, this selects also before the editor was first laid out.
                    editor.select(TextPos.ZERO, editor.getDocumentEnd());
                    editor.paste();
                });
        String pasted = String.join("\n", lines);
        try {
            await("the pasted lines", () -> lines().equals(pasted));
        } catch (TimeoutException e) {
            throw new TimeoutException(
                    e.getMessage() + "; lines: " + onFx(() -> lines().lines().limit(20).toList()));
        }
    }

    private String lines() {
        return ((CodeArea) node("#target-lines")).getText().strip();
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

    /** Whether a window shows it; what is hidden may have been taken out of its window. */
    static boolean isShown(String query) {
        return find(query).filter(Node::isVisible).isPresent();
    }

    static boolean hasFocus(String query) {
        return find(query).filter(Node::isFocused).isPresent();
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
                .map(w -> w + " " + w.isFocused() + " " + w.getScene().getFocusOwner() + said(w))
                .collect(Collectors.joining("; "));
    }

    /** What a dialog says; nothing for other windows. */
    private static String said(Window window) {
        return window.getScene().getRoot() instanceof DialogPane pane
                ? " "
                        + pane.lookupAll(".label").stream()
                                .map(label -> ((Labeled) label).getText())
                                .toList()
                : "";
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
