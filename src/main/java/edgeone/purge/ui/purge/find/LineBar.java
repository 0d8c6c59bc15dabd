package edgeone.purge.ui.purge.find;

import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.purge.editor.TargetEditor;
import edgeone.purge.ui.shortcuts.Keys;
import edgeone.purge.ui.shortcuts.WindowAction;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** Goes to a line of the target editor by its number. */
public final class LineBar {
    private final TargetEditor editor;
    private final Formats formats;
    private final TextField field = new TextField();
    private final Label count = Boxes.unsqueezed(Boxes.label("", "muted", "small"));
    private final HBox root;

    public LineBar(TargetEditor editor, Formats formats) {
        this.editor = editor;
        this.formats = formats;
        Label name = Boxes.unsqueezed(Boxes.label(formats.text("actions.find.line")));
        name.setLabelFor(field);
        field.setId("line-field");
        field.setAccessibleText(name.getText());
        Button go = Boxes.unsqueezed(new Button(formats.text("actions.find.go")));
        go.setId("line-go");
        go.setOnAction(_ -> go());
        Button close = Boxes.unsqueezed(new Button(formats.text("actions.find.close")));
        close.setId("line-close");
        close.setOnAction(_ -> close());
        root = Boxes.styled(Boxes.row(8, name, Boxes.growing(field), count, go, close), "find-bar");
        Boxes.toggle(root, false);
        field.textProperty().subscribe((_, _) -> Fields.mark(field, false));
        Keys.on(root, WindowAction.CLOSE_FIND, this::close);
        Keys.before(field, WindowAction.NEXT_MATCH, this::go);
    }

    public Node root() {
        return root;
    }

    public void open() {
        count.setText(formats.text("actions.find.lines", editor.lines().size()));
        field.setText(String.valueOf(editor.caretLine()));
        Boxes.toggle(root, true);
        field.requestFocus();
        field.selectAll();
    }

    public void close() {
        if (root.isVisible()) {
            Boxes.toggle(root, false);
            editor.focus();
        }
    }

    /** A number beyond the last line leads to the last; what is no number is marked and stays. */
    private void go() {
        String typed = field.getText().strip();
        boolean isNumber = typed.matches("\\d{1,9}") && Integer.parseInt(typed) > 0;
        Fields.mark(field, !isNumber);
        if (isNumber) {
            Boxes.toggle(root, false);
            editor.jump(Integer.parseInt(typed));
        }
    }
}
