package edgeone.purge.ui.purge.plan;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.Plan.Refusal.QuotaTooSmall;
import edgeone.purge.engine.quota.QuotaDay;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Quota;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.QuotaTexts;
import edgeone.purge.ui.purge.editor.LineActions;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What to do with a list that today's quota does not take: send what fits and keep the rest, or
 * keep only the first lines. Hidden while the list fits.
 */
final class FitCard {
    private final Formats formats;
    private final LineActions editor;
    private final Label text = wrapped("");
    private final Button send = named("fit-send", new Button());
    private final Button shorten = named("fit-shorten", new Button());
    private final Button whole = named("fit-off", new Button());
    private final VBox root;

    /**
     * @param fit whether what does not fit is kept
     */
    FitCard(Formats formats, BooleanProperty fit, LineActions editor) {
        this.formats = formats;
        this.editor = editor;
        send.setOnAction(_ -> fit.set(true));
        whole.setText(formats.text("window.fit.off"));
        whole.setOnAction(_ -> fit.set(false));
        FlowPane ways = new FlowPane(8, 6, send, shorten, whole);
        root = named("fit", styled(column(8, text, ways), "card", "notice"));
        clear();
    }

    Node root() {
        return root;
    }

    void clear() {
        List.of(root, send, shorten, whole).forEach(node -> toggle(node, false));
    }

    /**
     * @param quota of the plan's type; null if unknown
     */
    void show(Plan plan, @Nullable Quota quota) {
        clear();
        QuotaTooSmall tooSmall = tooSmall(plan);
        toggle(root, tooSmall != null || plan.later() > 0);
        if (tooSmall != null) {
            refuse(plan, tooSmall, quota != null && quota.batch() > 0 && quota.daily() > 0);
        } else if (plan.later() > 0) {
            text.setText(
                    formats.text(
                            "window.fit.kept",
                            plan.fits(),
                            plan.later(),
                            QuotaTexts.reset(formats, QuotaDay.resetAfter(formats.now()))));
            toggle(whole, true);
        }
    }

    private static @Nullable QuotaTooSmall tooSmall(Plan plan) {
        List<Plan.Refusal> refusals = plan.refusals();
        return refusals.size() == 1 && refusals.getFirst() instanceof QuotaTooSmall quota
                ? quota
                : null;
    }

    private void refuse(Plan plan, QuotaTooSmall quota, boolean grantsLater) {
        int fits = (int) quota.available();
        int rest = plan.targets() - fits;
        text.setText(formats.text("window.fit.over", quota.available(), quota.needed()));
        send.setText(
                fits == 0
                        ? formats.text("window.fit.keepAll", rest)
                        : formats.text("window.fit.send", fits, rest));
        toggle(send, grantsLater);
        toggle(shorten, fits > 0 && plan.type() != PurgeType.ALL);
        if (fits > 0 && plan.type() != PurgeType.ALL) {
            int lines = plan.list().targets().get(fits).line() - 1;
            shorten.setText(formats.text("window.fit.shorten", lines));
            shorten.setOnAction(_ -> editor.keepFirst(lines));
        }
    }
}
