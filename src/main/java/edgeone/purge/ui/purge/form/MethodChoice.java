package edgeone.purge.ui.purge.form;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.OneOf;
import edgeone.purge.ui.shell.session.Session;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/**
 * How to purge: invalidate or delete. For types where EdgeOne decides, it shows EdgeOne's decision
 * and cannot be changed.
 */
public final class MethodChoice implements FormPart {
    private final Formats formats;
    private final Session session;
    private final PurgeForm form;
    private final RadioButton invalidate = new RadioButton();
    private final RadioButton delete = new RadioButton();
    private final HBox methods = row(14, invalidate, delete);
    private final Label line = label("", "muted", "type-line");
    private final Node root;
    private final Subscription watching;
    private boolean locked;

    public MethodChoice(Formats formats, Session session, PurgeForm form) {
        this.formats = formats;
        this.session = session;
        this.form = form;
        invalidate.setText(formats.text("window.method.invalidate"));
        delete.setText(formats.text("window.method.delete"));
        methods.setMinHeight(28);
        OneOf<PurgeMethod> group = new OneOf<>(this::choose);
        group.add(invalidate, PurgeMethod.INVALIDATE);
        group.add(delete, PurgeMethod.DELETE);
        root = column(6, Titles.of(formats.text("window.purge.how"), methods), methods, line);
        watching =
                session.typeProperty()
                        .subscribe(_ -> show())
                        .and(form.methodProperty().subscribe(_ -> show()));
    }

    /** Where EdgeOne decides, a selected button shows its decision and is nobody's choice. */
    private void choose(PurgeMethod method) {
        if (type().takesMethod()) {
            form.methodProperty().set(method);
        }
    }

    private void show() {
        PurgeType type = type();
        toggle(root, !type.isPrefetch());
        boolean free = type.takesMethod();
        PurgeMethod method = form.methodProperty().get();
        boolean deletes =
                switch (type) {
                    case URL -> true;
                    case CACHE_TAG, PREFETCH -> false;
                    case PREFIX, HOST, ALL -> method == PurgeMethod.DELETE;
                };
        delete.setSelected(deletes);
        invalidate.setSelected(free && !deletes);
        line.setText(
                formats.text("window.methodLine." + (free ? method.wireName() : type.wireName())));
        enable();
    }

    private void enable() {
        methods.setDisable(locked || !type().takesMethod());
    }

    private PurgeType type() {
        return session.typeProperty().get();
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void lock(boolean lock) {
        locked = lock;
        enable();
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }
}
