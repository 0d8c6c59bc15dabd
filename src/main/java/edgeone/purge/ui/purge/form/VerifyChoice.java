package edgeone.purge.ui.purge.form;

import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.shell.session.Session;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** Whether the edge is asked before and after the purge; only URLs can be asked for. */
public final class VerifyChoice implements FormPart {
    private final PurgeForm form;
    private final CheckBox verify = new CheckBox();
    private final Subscription watching;

    public VerifyChoice(Formats formats, Session session, PurgeForm form) {
        this.form = form;
        verify.setId("verify");
        verify.setText(formats.text("window.purge.verify"));
        verify.setMinWidth(Region.USE_PREF_SIZE);
        verify.setTooltip(new Tooltip(formats.text("window.purge.verifyHint")));
        verify.setAccessibleHelp(formats.text("window.purge.verifyHint"));
        verify.selectedProperty().bindBidirectional(form.verifyProperty());
        watching =
                session.typeProperty()
                        .subscribe(type -> Boxes.toggle(verify, type == PurgeType.URL));
    }

    @Override
    public Node root() {
        return verify;
    }

    @Override
    public void lock(boolean locked) {
        verify.setDisable(locked);
    }

    @Override
    public void close() {
        watching.unsubscribe();
        verify.selectedProperty().unbindBidirectional(form.verifyProperty());
    }
}
