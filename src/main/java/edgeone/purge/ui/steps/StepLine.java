package edgeone.purge.ui.steps;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.engine.text.StepText;
import edgeone.purge.model.step.Step;
import edgeone.purge.ui.kit.Formats;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The steps of a job in a line, each with how far it is and its time, and below it what failed. */
public final class StepLine {
    private final Formats formats;
    private final StepText texts;
    private final FlowPane line = named("steps", new FlowPane(12, 3));
    private final VBox missing = named("steps-missing", column(2));
    private final VBox root = column(4, line, missing);
    private List<StepItem> items = List.of();

    public StepLine(Formats formats) {
        this.formats = formats;
        texts = new StepText(formats.messages());
        show(List.of());
    }

    public Parent root() {
        return root;
    }

    /**
     * Shows steps; nothing where there is but one, which the job's own words are about.
     *
     * @param steps in their order
     */
    public void show(List<Step> steps) {
        toggle(root, steps.size() > 1);
        List<StepItem> shown = new ArrayList<>();
        steps.forEach(step -> shown.add(new StepItem(formats, texts, step)));
        items = shown;
        line.getChildren().setAll(shown.stream().map(StepItem::root).toList());
        List<Node> said =
                steps.stream()
                        .filter(StepLine::isToSay)
                        .map(texts::missing)
                        .filter(text -> !text.isEmpty())
                        .map(text -> (Node) wrapped(text, "small", "danger-text"))
                        .toList();
        missing.getChildren().setAll(said);
        toggle(missing, !said.isEmpty());
        tick(null);
    }

    /** What became of the purge and why the origin held it up is said in other words nearby. */
    private static boolean isToSay(Step step) {
        return step.isBad()
                && step.kind() != Step.Kind.PURGE
                && step.kind() != Step.Kind.CHECK_ORIGIN;
    }

    /**
     * Lets the time of a running step pass.
     *
     * @param count how far it is, beside its time; null where that is not known
     */
    public void tick(@Nullable String count) {
        items.forEach(item -> item.tick(count));
    }
}
