package edgeone.purge.ui.release;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.util.Subscription;

/** How many purges of colleagues wait for this person; opens the dialog. Hidden for none. */
public final class RequestsLink {
    private final Formats formats;
    private final Hyperlink link = named("requests", new Hyperlink());
    private final Subscription watching;

    public RequestsLink(RequestsModel model, Formats formats, Dialogs dialogs) {
        this.formats = formats;
        link.setOnAction(_ -> new RequestsDialog(model, formats, dialogs).show());
        watching = model.openProperty().subscribe(open -> show(open.size()));
    }

    private void show(int count) {
        toggle(link, count > 0);
        link.setText(formats.text("window.requests.link", count));
    }

    public Node root() {
        return link;
    }

    /** Stops listening. */
    public void close() {
        watching.unsubscribe();
    }
}
