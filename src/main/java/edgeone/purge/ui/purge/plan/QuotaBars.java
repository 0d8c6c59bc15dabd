package edgeone.purge.ui.purge.plan;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;
import static edgeone.purge.ui.kit.Sparse.sparse;

import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.quota.QuotaDay;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Quota;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.QuotaTexts;
import edgeone.purge.ui.kit.Words;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * What is left today of every type's quota, as small bars that a button shows and hides. They are
 * made when shown, as the first frame would wait for them.
 */
final class QuotaBars {
    /** Less than this share of the quota is little. */
    private static final int LOW_SHARE = 10;

    private final Formats formats;
    private final Words words;
    private final Hyperlink opener = named("quota-all", new Hyperlink());
    private final GridPane rows = named("quota-bars", new GridPane(8, 6));
    private final Label read = wrapped("", "muted", "small");
    private final VBox shown = column(6, rows, read);
    private final VBox root = sparse(column(8, opener, shown));
    private @Nullable ZoneFacts known;

    QuotaBars(Formats formats) {
        this.formats = formats;
        words = new Words(formats.messages());
        opener.setOnAction(_ -> open(!shown.isVisible()));
        open(false);
        ColumnConstraints bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        numbers.setMinWidth(Region.USE_PREF_SIZE);
        rows.getColumnConstraints().setAll(new ColumnConstraints(), bars, numbers);
        show(null);
    }

    Node root() {
        return root;
    }

    private void open(boolean all) {
        toggle(shown, all);
        opener.setText(formats.text(all ? "window.quota.hide" : "window.quota.all"));
        opener.setVisited(false);
        fill();
    }

    /**
     * @param facts null while they are not known
     */
    void show(@Nullable ZoneFacts facts) {
        toggle(root, facts != null && !facts.quotas().isEmpty());
        known = facts;
        fill();
    }

    private void fill() {
        ZoneFacts facts = known;
        rows.getChildren().clear();
        if (facts != null && shown.isVisible()) {
            for (PurgeType type : PurgeType.values()) {
                add(type, facts);
            }
            read.setText(
                    formats.text(
                            "window.quota.read",
                            formats.when(facts.readAt()),
                            QuotaTexts.reset(formats, QuotaDay.resetAfter(facts.readAt()))));
        }
    }

    private void add(PurgeType type, ZoneFacts facts) {
        Optional<Quota> quota =
                facts.quotas().stream().filter(q -> q.type().equals(type.wireName())).findFirst();
        Label name = label(words.type(type));
        ProgressBar bar = styled(new ProgressBar(), "bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(40);
        Label left =
                label(
                        quota.map(q -> formats.text("window.quota.left", q.available(), q.daily()))
                                .orElse(formats.text("window.quota.none")),
                        "small");
        if (quota.isEmpty()) {
            left.getStyleClass().add("muted");
        }
        bar.setProgress(
                quota.filter(q -> q.daily() > 0)
                        .map(q -> (double) q.available() / q.daily())
                        .orElse(0.0));
        if (quota.isPresent() && quota.get().available() < quota.get().daily() / LOW_SHARE) {
            bar.getStyleClass().add("low");
        }
        bar.setId("quota-" + type.wireName());
        bar.setAccessibleText(name.getText() + ": " + left.getText());
        name.setLabelFor(bar);
        rows.addRow(rows.getRowCount(), name, bar, left);
    }
}
