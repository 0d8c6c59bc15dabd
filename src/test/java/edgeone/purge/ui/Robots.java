package edgeone.purge.ui;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import jfx.incubator.scene.control.richtext.CodeArea;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** What tests do with a window over and over. */
final class Robots {
    private Robots() {}

    /** Waits until a node is there and as wanted. */
    static void waitFor(FxRobot robot, String query, Predicate<Node> wanted) {
        try {
            WaitForAsyncUtils.waitFor(
                    30,
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
            throw new AssertionError(query, e);
        }
    }

    static Button button(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Button.class);
    }

    /** Pastes lines from the clipboard over what is in the editor. */
    static void setTargets(FxRobot robot, List<String> lines) {
        ClipboardContent content = new ClipboardContent();
        content.putString(String.join("\n", lines));
        Clipboard.getSystemClipboard().setContent(content);
        CodeArea area = robot.lookup("#targets").queryAs(CodeArea.class);
        area.selectAll();
        area.paste();
    }
}
