package edgeone.purge.ui.purge.form;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;
import static edgeone.purge.ui.kit.Sparse.sparse;

import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.purge.editor.TargetEditor;
import edgeone.purge.ui.shell.session.Session;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Subscription;

/** The targets: the editor or, for a whole zone, a card that says there is nothing to list. */
public final class Targets implements FormPart {
    private static final double CARD_WIDTH = 460;

    private final Formats formats;
    private final Session session;
    private final TargetEditor editor = new TargetEditor();
    private final Label title = wrapped("", "title");
    private final VBox wholeZone;
    private final StackPane root;
    private final Subscription watching;

    public Targets(Formats formats, Session session, PurgeForm form) {
        this.formats = formats;
        this.session = session;
        wholeZone = styled(column(0, title, explained()), "card", "empty");
        root = sparse(new StackPane(editor, wholeZone));
        root.setMinHeight(120);
        VBox.setVgrow(root, Priority.ALWAYS);
        watching =
                session.typeProperty()
                        .subscribe(_ -> show())
                        .and(session.zoneProperty().subscribe(_ -> show()))
                        .and(form.linesProperty().subscribe(editor::show));
    }

    private Label explained() {
        Label label = wrapped(formats.text("window.purge.wholeZone"), "muted");
        label.setMaxWidth(CARD_WIDTH);
        label.setTextAlignment(TextAlignment.CENTER);
        return label;
    }

    private void show() {
        PurgeType type = session.typeProperty().get();
        boolean all = type == PurgeType.ALL;
        toggle(editor, !all);
        toggle(wholeZone, all);
        if (all) {
            Zone zone = session.zoneProperty().get();
            title.setText(
                    zone == null ? "" : formats.text("window.purge.wholeZoneTitle", zone.label()));
        } else {
            editor.setPrompt(formats.text("window.prompt." + type.wireName()));
            editor.setAccessibleName(formats.text("window.purge.targets"));
        }
    }

    public TargetEditor editor() {
        return editor;
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void lock(boolean locked) {
        editor.setEditable(!locked);
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }
}
