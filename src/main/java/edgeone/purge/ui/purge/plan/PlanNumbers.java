package edgeone.purge.ui.purge.plan;

import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;
import static edgeone.purge.ui.kit.Sparse.sparse;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.time.Instant;
import java.util.List;

/** The figures of a plan: lines, targets, requests, time and quota. */
final class PlanNumbers {
    private static final String NONE = "–";

    private final Formats formats;
    private final PlanTexts texts;
    private final Label lines = label("", "strong");
    private final Label duplicates = label("", "strong");
    private final Label problems = label("", "strong");
    private final Label targets = label("", "strong");
    private final Label requests = unsqueezed(label("", "strong"));
    private final Label sizes = label("", "muted");
    private final Label time = label("", "strong");
    private final Label quotaName = new Label();
    private final Label quotaNow = named("plan-quota-now", label("", "strong"));
    private final Label quotaAfter = named("plan-quota-after", label("", "strong"));
    private final GridPane root = new GridPane(8, 5);

    PlanNumbers(Formats formats, PlanTexts texts) {
        this.formats = formats;
        this.texts = texts;
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        numbers.setMinWidth(Region.USE_PREF_SIZE);
        root.getColumnConstraints().setAll(names, numbers);
        HBox sized = sparse(row(6, requests, sizes));
        sized.setAlignment(Pos.CENTER_RIGHT);
        add("window.plan.lines", lines);
        add("window.plan.duplicates", duplicates);
        add("window.plan.problems", problems);
        add("window.plan.targets", targets);
        add("window.plan.requests", sized);
        add("window.plan.time", time);
        root.addRow(root.getRowCount(), quotaName, quotaNow);
        add("window.plan.quotaAfter", quotaAfter);
    }

    private void add(String key, Node number) {
        root.addRow(root.getRowCount(), new Label(formats.text(key)), number);
    }

    Node root() {
        return root;
    }

    /** Shows that there is no plan. */
    void clear() {
        List.of(lines, duplicates, problems, targets, requests, time, quotaNow, quotaAfter)
                .forEach(label -> label.setText(NONE));
        sizes.setText("");
        toggle(sizes, false);
        quotaName.setText(formats.text("window.plan.quotaNow"));
    }

    void show(Plan plan) {
        boolean all = plan.type() == PurgeType.ALL;
        lines.setText(all ? NONE : formats.count(plan.list().lines()));
        duplicates.setText(all ? NONE : formats.count(plan.list().duplicates()));
        int bad = plan.list().refused();
        problems.setText(all ? NONE : formats.count(bad));
        problems.getStyleClass().remove("danger-text");
        if (bad > 0) {
            problems.getStyleClass().add("danger-text");
        }
        targets.setText(all ? Words.zone(plan.zone()) : formats.count(plan.targets()));
        requests.setText(formats.count(plan.batchesNow()));
        sizes.setText(texts.sizes(plan));
        toggle(sizes, !sizes.getText().isEmpty());
        time.setText(formats.duration(plan.duration()));
        Long now = plan.quotaLeft();
        Instant readAt = plan.quotaReadAt();
        quotaName.setText(
                readAt == null
                        ? formats.text("window.plan.quotaNow")
                        : formats.text("window.plan.quotaReadAt", formats.when(readAt)));
        quotaNow.setText(now == null ? formats.text("window.plan.unknown") : formats.count(now));
        Long after = plan.quotaAfter();
        quotaAfter.setText(
                after == null ? formats.text("window.plan.unknown") : formats.count(after));
    }
}
