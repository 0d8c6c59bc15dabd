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
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

    @Test
    void aShortListReplacesALongOneScrolledToItsEnd(FxRobot robot) {
        scrolledToTheEnd(robot);
        robot.interact(
                () -> {
                    editor.mark(LineMarks.of(_ -> null));
                    editor.insert(List.of("only"));
                });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(editor.lines()).containsExactly("only");
        robot.interact(editor::undo);
        assertThat(editor.lines()).hasSize(1_300);
    }

    @Test
    void aLongListScrolledToItsEndIsDeletedByAKey(FxRobot robot) {
        scrolledToTheEnd(robot);
        robot.interact(
                () -> {
                    editor.mark(LineMarks.of(_ -> null));
                    area.delete();
                });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(editor.lines()).isEmpty();
    }

    /** A long list, all of it selected, of which the last lines are seen. */
    private void scrolledToTheEnd(FxRobot robot) {
        List<String> all = IntStream.range(0, 1_300).mapToObj(i -> "line " + i).toList();
        robot.interact(() -> editor.show(all));
        robot.interact(area::moveDocumentEnd);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> area.select(TextPos.ZERO, area.getDocumentEnd()));
    }
}
