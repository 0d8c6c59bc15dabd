package edgeone.purge.ui.purge.editor;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.ArrayList;
import java.util.List;

/** A pasted text is read first, so it arrives later; it still belongs where it was pasted. */
@ExtendWith(ApplicationExtension.class)
final class PasteFxTest {
    private final List<String> pasted = new ArrayList<>();
    private TargetEditor editor;
    private CodeArea area;

    @Start
    void start(Stage stage) {
        editor = new TargetEditor();
        editor.listenPaste(pasted::add);
        stage.setScene(new Scene(editor, 600, 400));
        stage.show();
        area = (CodeArea) editor.lookup("#target-lines");
    }

    private void pasteOver(FxRobot robot, int line) {
        robot.interact(
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString("new");
                    Clipboard.getSystemClipboard().setContent(content);
                    area.select(TextPos.ofLeading(line, 0), area.getParagraphEnd(line));
                    area.paste();
                });
        assertThat(pasted).containsExactly("new");
    }

    @Test
    void itReplacesWhatWasSelectedThen(FxRobot robot) {
        robot.interact(() -> editor.show(List.of("one", "two", "three")));
        pasteOver(robot, 1);
        robot.interact(() -> area.select(TextPos.ZERO));
        robot.interact(() -> editor.insert(List.of("new")));
        assertThat(editor.lines()).containsExactly("one", "new", "three");
    }

    @Test
    void itGoesToTheCaretIfTheLinesHaveChangedSince(FxRobot robot) {
        robot.interact(() -> editor.show(List.of("one", "two", "three")));
        pasteOver(robot, 1);
        robot.interact(() -> editor.show(List.of("other")));
        robot.interact(() -> editor.insert(List.of("new")));
        assertThat(editor.lines()).containsExactly("newother");
    }

    @Test
    void whatIsAppendedGoesBelowAlthoughAPasteCameToNothing(FxRobot robot) {
        robot.interact(() -> editor.show(List.of("one", "two")));
        pasteOver(robot, 0);
        robot.interact(() -> editor.append(List.of("three")));
        assertThat(editor.lines()).containsExactly("one", "two", "three");
    }
}
