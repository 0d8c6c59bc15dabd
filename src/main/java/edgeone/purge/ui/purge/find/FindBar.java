package edgeone.purge.ui.purge.find;

import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.purge.editor.TargetEditor;
import edgeone.purge.ui.shortcuts.Keys;
import edgeone.purge.ui.shortcuts.WindowAction;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/** Finds a text in the target editor: the matches one after the other, and how many there are. */
public final class FindBar {
    private final TargetEditor editor;
    private final Formats formats;
    private final Latest searching;
    private final TextField field = new TextField();
    private final Label count = Boxes.unsqueezed(Boxes.label("", "muted", "small"));
    private final HBox root;
    private List<String> searched = List.of();
    private Matches matches = Matches.NONE;
    private int current = -1;

    public FindBar(TargetEditor editor, Formats formats, Latest searching) {
        this.editor = editor;
        this.formats = formats;
        this.searching = searching;
        field.setId("find-field");
        field.setPromptText(formats.text("actions.find.prompt"));
        field.setAccessibleText(formats.text("actions.find.prompt"));
        count.setId("find-count");
        root =
                Boxes.styled(
                        Boxes.row(
                                8,
                                Boxes.growing(field),
                                count,
                                button("previous", "fth-chevron-up", () -> move(-1)),
                                button("next", "fth-chevron-down", () -> move(1)),
                                button("close", "fth-x", this::close)),
                        "find-bar");
        Boxes.toggle(root, false);
        field.textProperty().subscribe((_, _) -> search(0));
        Keys.on(root, WindowAction.CLOSE_FIND, this::close);
        Keys.before(field, WindowAction.NEXT_MATCH, () -> move(1));
        Keys.before(field, WindowAction.PREVIOUS_MATCH, () -> move(-1));
    }

    private Button button(String what, String icon, Runnable run) {
        Button button = Boxes.unsqueezed(new Button(null, new FontIcon(icon)));
        button.setId("find-" + what);
        button.setAccessibleText(formats.text("actions.find." + what));
        button.setOnAction(_ -> run.run());
        return button;
    }

    public Node root() {
        return root;
    }

    /** Shows the bar with what was looked for last. */
    public void open() {
        Boxes.toggle(root, true);
        field.requestFocus();
        field.selectAll();
        search(0);
    }

    /** Goes to another match, from wherever the focus is; opens the bar where it is closed. */
    public void step(int by) {
        if (root.isVisible()) {
            move(by);
        } else {
            open();
        }
    }

    public void close() {
        if (root.isVisible()) {
            searching.drop();
            Boxes.toggle(root, false);
            editor.focus();
        }
    }

    private void move(int by) {
        if (editor.lines().equals(searched)) {
            show(matches.beside(current, by));
        } else {
            search(by);
        }
    }

    /** Looks through the lines as they are now, from the caret's line on. */
    private void search(int by) {
        List<String> lines = editor.lines();
        String text = field.getText();
        int from = editor.caretLine();
        searching.run(
                () -> Matches.of(lines, text),
                found -> {
                    searched = lines;
                    matches = found;
                    int first = found.firstFrom(from);
                    show(by < 0 ? found.beside(first, by) : first);
                },
                trouble -> {
                    throw new IllegalStateException(trouble);
                });
    }

    private void show(int match) {
        current = match;
        if (match >= 0) {
            Matches.Match at = matches.all().get(match);
            editor.select(at.line(), at.offset(), at.offset() + matches.length());
            count.setText(formats.text("actions.find.count", match + 1, matches.size()));
        } else {
            count.setText(field.getText().isEmpty() ? "" : formats.text("actions.find.none"));
        }
        field.setAccessibleHelp(count.getText());
    }
}
