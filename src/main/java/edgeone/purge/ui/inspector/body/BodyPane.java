package edgeone.purge.ui.inspector.body;

import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Copying;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.shortcuts.Keys;
import edgeone.purge.ui.shortcuts.WindowAction;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** A request or a reply: its lines, which fold, and a button that copies it. */
public final class BodyPane {
    private final Formats formats;
    private final String which;
    private final VBox root = new VBox(4);
    private final TreeView<BodyLine> tree = new TreeView<>();
    private final Label size = Boxes.label("", "muted");
    private final Label note = Boxes.wrapped("", "muted");
    private final Button copy;
    private @Nullable Body shown;

    /**
     * @param which {@code request} or {@code reply}
     */
    public BodyPane(String which, Formats formats) {
        this.which = which;
        this.formats = formats;
        String title = formats.text("inspector.body." + which);
        copy = Boxes.unsqueezed(new Button(formats.text("window.copy")));
        copy.setId("copy-" + which);
        copy.setAccessibleText(formats.text("inspector.copy." + which));
        copy.setOnAction(_ -> copy());
        tree.setId("call-" + which);
        tree.getStyleClass().addAll("dense", "mono");
        tree.setShowRoot(false);
        tree.setAccessibleText(title);
        tree.setCellFactory(_ -> new Cell());
        Keys.on(tree, WindowAction.COPY_ROWS, this::copyLine);
        VBox.setVgrow(tree, Priority.ALWAYS);
        tree.setMinHeight(60);
        root.setMinWidth(0);
        Boxes.growing(root);
        root.setPrefWidth(100);
        root.getChildren()
                .setAll(
                        Boxes.row(
                                8,
                                Boxes.unsqueezed(Boxes.label(title, "strong")),
                                size,
                                Boxes.gap(),
                                copy),
                        note,
                        tree);
    }

    public Parent root() {
        return root;
    }

    public void show(Body body) {
        if (body.equals(shown)) {
            return;
        }
        shown = body;
        TreeItem<BodyLine> top = new TreeItem<>();
        body.lines().forEach(line -> top.getChildren().add(item(line)));
        tree.setRoot(top);
        Boxes.toggle(tree, !body.lines().isEmpty());
        copy.setDisable(body.lines().isEmpty());
        Long bytes = body.kept().size();
        size.setText(bytes == null ? "" : formats.text("inspector.size", formats.count(bytes)));
        note.setText(note(body));
        Boxes.toggle(note, !note.getText().isEmpty());
    }

    private String note(Body body) {
        if (body.kept().isGone()) {
            return formats.text("inspector.gone");
        }
        if (body.kept().text() == null) {
            return formats.text("inspector.none." + which);
        }
        Long bytes = body.kept().size();
        return body.kept().cut() && bytes != null
                ? formats.text("inspector.cut", formats.count(bytes))
                : "";
    }

    private static TreeItem<BodyLine> item(BodyLine line) {
        TreeItem<BodyLine> item = new TreeItem<>(line);
        line.lines().forEach(below -> item.getChildren().add(item(below)));
        item.setExpanded(line.isOpen());
        return item;
    }

    /** Copies the whole. */
    public void copy() {
        if (shown != null && !shown.lines().isEmpty()) {
            Copying.copy(shown.copied());
        }
    }

    private void copyLine() {
        TreeItem<BodyLine> item = tree.getSelectionModel().getSelectedItem();
        if (item == null) {
            copy();
        } else {
            Copying.copy(item.getValue().copied());
        }
    }

    private static final class Cell extends TreeCell<BodyLine> {
        @Override
        protected void updateItem(@Nullable BodyLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : line.text());
        }
    }
}
