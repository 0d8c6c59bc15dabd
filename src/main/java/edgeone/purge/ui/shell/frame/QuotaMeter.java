package edgeone.purge.ui.shell.frame;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.gap;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;

import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.messages.Shown;
import edgeone.purge.model.Quota;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.shell.session.Session;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What is left today of the quota of the chosen type. */
final class QuotaMeter implements Part {
    private final Label name = unsqueezed(label("", "muted", "small"));
    private final Label left = unsqueezed(label("", "small"));
    private final ProgressBar bar = styled(new ProgressBar(), "bar");
    private final VBox root = unsqueezed(column(4, new HBox(8, name, gap(), left), bar));
    private final Session session;
    private final Formats formats;
    private final Words words;
    private final Subscription watching;

    QuotaMeter(Session session, Formats formats) {
        this.session = session;
        this.formats = formats;
        words = new Words(formats.messages());
        root.setMaxWidth(260);
        root.setAlignment(Pos.CENTER_LEFT);
        watching =
                session.factsProperty()
                        .subscribe(_ -> show())
                        .and(session.typeProperty().subscribe(_ -> show()))
                        .and(session.factsFreshProperty().subscribe(_ -> show()));
    }

    private void show() {
        Quota quota = session.quota();
        if (quota == null || quota.daily() <= 0) {
            root.setVisible(false);
            return;
        }
        root.setVisible(true);
        name.setText(formats.text("window.quota.name", words.type(session.typeProperty().get())));
        left.setText(left(quota));
        bar.setProgress((double) quota.available() / quota.daily());
        bar.setAccessibleText(name.getText() + " " + left.getText());
        bar.getStyleClass().remove("low");
        if (quota.available() < quota.daily() / 10) {
            bar.getStyleClass().add("low");
        }
    }

    /** What is of last time says so. */
    private String left(Quota quota) {
        String now = formats.text("window.quota.left", quota.available(), quota.daily());
        ZoneFacts facts = session.factsProperty().get();
        return facts == null || session.factsFreshProperty().get()
                ? now
                : formats.text("window.quota.asOf", new Shown(now), formats.when(facts.readAt()));
    }

    @Override
    public VBox root() {
        return root;
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }
}
