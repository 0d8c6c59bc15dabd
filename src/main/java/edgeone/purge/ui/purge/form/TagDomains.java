package edgeone.purge.ui.purge.form;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.shell.session.Session;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The domains a cache-tag purge is limited to; only shown for cache tags. */
public final class TagDomains implements FormPart {
    private final PurgeForm form;
    private final TextField domains = new TextField();
    private final VBox root;
    private final Subscription watching;

    public TagDomains(Formats formats, Session session, PurgeForm form) {
        this.form = form;
        domains.setPromptText(formats.text("window.purge.domainsHint"));
        domains.textProperty().bindBidirectional(form.tagDomainsProperty());
        root = column(4, Titles.of(formats.text("window.purge.domains"), domains), domains);
        watching =
                session.typeProperty().subscribe(type -> toggle(root, type == PurgeType.CACHE_TAG));
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void lock(boolean locked) {
        domains.setDisable(locked);
    }

    @Override
    public void close() {
        watching.unsubscribe();
        domains.textProperty().unbindBidirectional(form.tagDomainsProperty());
    }
}
