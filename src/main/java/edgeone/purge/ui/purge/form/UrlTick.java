package edgeone.purge.ui.purge.form;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;

import edgeone.purge.ui.kit.Hint;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.util.Subscription;

/** A tick for something that only single URLs offer. */
final class UrlTick {
    private final CheckBox box;
    private final BooleanProperty value;
    private final Subscription watching;

    /**
     * @param hint what it does
     */
    UrlTick(Session session, String id, String text, String hint, BooleanProperty value) {
        this.value = value;
        box = named(id, unsqueezed(new CheckBox(text)));
        new Hint(box).say(hint);
        box.setAccessibleHelp(hint);
        box.selectedProperty().bindBidirectional(value);
        watching = session.typeProperty().subscribe(type -> toggle(box, type.purgesUrls()));
    }

    CheckBox box() {
        return box;
    }

    void close() {
        watching.unsubscribe();
        box.selectedProperty().unbindBidirectional(value);
    }
}
