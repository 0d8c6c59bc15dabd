package edgeone.purge.ui.purge.plan;

import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.model.Quota;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.Node;
import javafx.scene.control.ProgressBar;

import org.jspecify.annotations.Nullable;

/** How much of the day's quota a plan leaves; hidden if that is unknown. */
final class QuotaBar {
    /** Less than this share of the quota is little. */
    private static final int LOW_SHARE = 10;

    private final Formats formats;
    private final ProgressBar bar = styled(new ProgressBar(), "bar");

    QuotaBar(Formats formats) {
        this.formats = formats;
    }

    Node root() {
        return bar;
    }

    void clear() {
        toggle(bar, false);
    }

    /**
     * @param quota of the plan's type; null if unknown
     */
    void show(Plan plan, @Nullable Quota quota) {
        Long after = plan.quotaAfter();
        if (after == null || quota == null || quota.daily() <= 0) {
            clear();
            return;
        }
        toggle(bar, true);
        bar.setProgress((double) after / quota.daily());
        bar.getStyleClass().remove("low");
        if (after < quota.daily() / LOW_SHARE) {
            bar.getStyleClass().add("low");
        }
        bar.setAccessibleText(formats.text("window.plan.quotaBar", after, quota.daily()));
    }
}
