package edgeone.purge.app;

import edgeone.purge.messages.Messages;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import jfx.incubator.scene.control.richtext.CodeArea;

import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Operates the real window of this process by node IDs, and searches what is shown in every frame.
 * Called off the JavaFX thread.
 */
final class WindowHand {
    private static final int PATIENCE_SECONDS = 30;
    private static final int FRAMES_A_SECOND = 60;

    private final Messages words;
    private final ShownTexts shown = new ShownTexts();
    private final Set<String> typed = new TreeSet<>();
    private final Set<String> visited = new TreeSet<>();
    private final AnimationTimer watch =
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    if (frames++ % 4 == 0) {
                        shown.look();
                    }
                }
            };

    private WindowHand(Messages words) {
        this.words = words;
    }

    private static boolean hasToolkit() {
        try {
            Platform.runLater(() -> {});
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /**
     * Waits for the window of a starting program.
     *
     * @param words the messages of the window
     */
    static WindowHand waiting(Messages words) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, WindowHand::hasToolkit);
        WindowHand hand = new WindowHand(words);
        hand.onFx(
                () -> {
                    hand.watch.start();
                    return true;
                });
        hand.await("#rail-purge", Node::isVisible);
        return hand;
    }

    /** Opens a screen. */
    void screen(String name) throws Exception {
        visited.add(name);
        press("#rail-" + name);
    }

    void press(String query) throws Exception {
        await(query, n -> n instanceof ButtonBase && !n.isDisabled() && isShown(n));
        onFx(
                () -> {
                    shown.look();
                    ((ButtonBase) node(query)).fire();
                    return true;
                });
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    /** Replaces the contents of a field by typing. */
    void type(String query, String text) throws Exception {
        await(query, n -> n instanceof TextField);
        onFx(
                () -> {
                    TextField field = (TextField) node(query);
                    if (field instanceof PasswordField) {
                        typed.add(field.getId());
                    }
                    field.setText(text);
                    shown.look();
                    return true;
                });
    }

    void choose(String query, int index) throws Exception {
        await(query, n -> n instanceof ComboBox<?>);
        onFx(
                () -> {
                    ((ComboBox<?>) node(query)).getSelectionModel().select(index);
                    return true;
                });
    }

    void paste(String query, List<String> lines) throws Exception {
        await(query, n -> n instanceof CodeArea);
        onFx(
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(String.join("\n", lines));
                    Clipboard.getSystemClipboard().setContent(content);
                    CodeArea area = (CodeArea) node(query);
                    area.selectAll();
                    area.paste();
                    return true;
                });
    }

    /** Closes the front dialog, or the window if there is none. */
    void close() throws Exception {
        onFx(
                () -> {
                    shown.look();
                    Window.getWindows().getLast().hide();
                    return true;
                });
    }

    /** Waits until a node exists and meets a condition. */
    void await(String query, Predicate<Node> wanted) throws Exception {
        until(query, () -> find(query).filter(wanted).isPresent());
    }

    /** Waits until the text of a node starts with these words. */
    void says(String query, String key, Object... arguments) throws Exception {
        String text = words.text(key, arguments);
        await(query, n -> ((Labeled) n).getText().startsWith(text));
    }

    /** Waits until these words have been shown anywhere. */
    void said(String key, Object... arguments) throws Exception {
        String text = words.text(key, arguments);
        until("\"" + text + "\"", () -> shown.had(text));
    }

    /** Waits until a table has this many rows. */
    void rows(String table, int count) throws Exception {
        await(table, t -> ((TableView<?>) t).getItems().size() == count);
    }

    /** Asks the window to close, as its close button does. */
    void askToClose() throws Exception {
        onFx(
                () -> {
                    Window first = Window.getWindows().getFirst();
                    first.fireEvent(new WindowEvent(first, WindowEvent.WINDOW_CLOSE_REQUEST));
                    return true;
                });
    }

    void gone(String query) throws Exception {
        until("no " + query, () -> find(query).isEmpty());
    }

    /**
     * Waits until a condition holds; checks it in every frame. The timeout counts frames, so that a
     * sleeping machine does not use it up.
     */
    void until(String what, Callable<Boolean> holds) throws Exception {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        AnimationTimer asking =
                new AnimationTimer() {
                    private int frames;

                    @Override
                    public void handle(long now) {
                        try {
                            if (holds.call()) {
                                stop();
                                done.complete(true);
                            } else if (frames++ > PATIENCE_SECONDS * FRAMES_A_SECOND) {
                                stop();
                                done.complete(false);
                            }
                        } catch (Exception e) {
                            stop();
                            done.completeExceptionally(e);
                        }
                    }
                };
        Platform.runLater(asking::start);
        if (!done.get()) {
            throw new AssertionError(
                    "timed out waiting for " + what + "; last seen: " + onFx(shown::latest));
        }
    }

    <T> T onFx(Callable<T> action) throws Exception {
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
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** A node in any window, the newest first. */
    static Optional<Node> find(String query) {
        return Window.getWindows().reversed().stream()
                .filter(w -> w.isShowing() && w.getScene() != null)
                .map(w -> w.getScene().getRoot().lookup(query))
                .filter(Objects::nonNull)
                .findFirst();
    }

    static Node node(String query) {
        return find(query).orElseThrow(() -> new AssertionError("no " + query));
    }

    Messages words() {
        return words;
    }

    ShownTexts shown() {
        return shown;
    }

    /** The password fields typed into. */
    Set<String> typed() {
        return typed;
    }

    /** The screens opened so far. */
    Set<String> visited() {
        return visited;
    }
}
