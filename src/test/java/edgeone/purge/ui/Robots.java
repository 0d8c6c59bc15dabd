package edgeone.purge.ui;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;

import jfx.incubator.scene.control.richtext.CodeArea;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** What tests repeatedly do with a window. */
final class Robots {
    private Robots() {}

    /** Waits until a node exists and meets a condition. */
    static void waitFor(FxRobot robot, String query, Predicate<Node> wanted) {
        try {
            WaitForAsyncUtils.waitFor(
                    60,
                    TimeUnit.SECONDS,
                    () ->
                            WaitForAsyncUtils.waitForAsyncFx(
                                    20_000,
                                    () ->
                                            robot.lookup(query)
                                                    .tryQuery()
                                                    .map(wanted::test)
                                                    .orElse(false)));
            WaitForAsyncUtils.waitForFxEvents();
        } catch (TimeoutException e) {
            throw new AssertionError(query + ", instead " + seen(robot, query), e);
        }
    }

    /** Describes what is there instead, and draws every window into target/pictures. */
    private static String seen(FxRobot robot, String query) {
        for (Window window : List.copyOf(Window.getWindows())) {
            new Screenshots(window).take("failed-" + window.hashCode());
        }
        return robot.lookup(query).queryAll().toString();
    }

    /** Waits until no window has such a node. */
    static void waitGone(FxRobot robot, String query) {
        waitUntil(() -> robot.lookup(query).tryQuery().isEmpty());
    }

    /** Whether no window shows such a node; a hidden one may have been taken out of its window. */
    static boolean isHidden(FxRobot robot, String query) {
        return robot.lookup(query).queryAll().stream().noneMatch(Robots::isSeen);
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    /** Waits until a condition holds; checks it on the JavaFX thread. */
    static void waitUntil(Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(
                    60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, holds));
            WaitForAsyncUtils.waitForFxEvents();
        } catch (TimeoutException e) {
            throw new AssertionError("timed out waiting", e);
        }
    }

    static Button button(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Button.class);
    }

    /** Replaces the contents of the editor by pasting lines. */
    static void setTargets(FxRobot robot, List<String> lines) {
        ClipboardContent content = new ClipboardContent();
        content.putString(String.join("\n", lines));
        Clipboard.getSystemClipboard().setContent(content);
        CodeArea area = robot.lookup("#target-lines").queryAs(CodeArea.class);
        area.selectAll();
        area.paste();
    }
}
