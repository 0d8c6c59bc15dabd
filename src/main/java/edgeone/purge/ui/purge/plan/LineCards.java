package edgeone.purge.ui.purge.plan;

import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.Remark;
import edgeone.purge.targets.TargetList.Rewrite;
import edgeone.purge.targets.rules.Fix;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.purge.editor.LineActions;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The cards about single lines: what is wrong with them, what becomes of them, what to do. */
final class LineCards {
    private final Formats formats;
    private final LineLinks links;

    LineCards(Formats formats, LineActions editor) {
        this.formats = formats;
        links = new LineLinks(formats, editor);
    }

    /** Lines with the same problem, with links that fix or remove them. */
    Node problem(Review.Group group) {
        List<Integer> lines = group.problems().stream().map(Problem::line).toList();
        String seen = VisibleText.of(group.first().excerpt());
        Label excerpt = styled(new Label(seen), "mono", "small");
        excerpt.setTooltip(new Tooltip(seen));
        Label text = wrapped(formats.text(group.kind().messageKey(), group.detail()));
        Map<Integer, List<Fix>> fixes = new LinkedHashMap<>();
        group.problems().forEach(problem -> fixes.put(problem.line(), problem.fixes()));
        FlowPane actions = actions(fixes);
        actions.getChildren().add(links.drop(group.first().line()));
        if (lines.size() > 1) {
            actions.getChildren().add(links.dropAll(lines));
        }
        return card("problem", links.where(lines), excerpt, text, actions);
    }

    /** Lines with the same remark, with links that fix them. */
    Node remark(Review.RemarkGroup group) {
        List<Integer> lines = group.remarks().stream().map(Remark::line).toList();
        Map<Integer, List<Fix>> fixes = new LinkedHashMap<>();
        group.remarks().forEach(remark -> fixes.put(remark.line(), remark.fixes()));
        FlowPane actions = actions(fixes);
        Label text = wrapped(formats.text(group.kind().messageKey()));
        return actions.getChildren().isEmpty()
                ? card("notice", links.where(lines), text)
                : card("notice", links.where(lines), text, actions);
    }

    private FlowPane actions(Map<Integer, List<Fix>> fixes) {
        FlowPane actions = new FlowPane(10, 2);
        List<Hyperlink> ways = links.fixes(fixes);
        actions.getChildren().addAll(ways);
        return actions;
    }

    /** A line that will be sent in another form than it was written. */
    Node rewrite(Rewrite rewrite) {
        String sent = VisibleText.of(rewrite.after());
        Label before = styled(new Label(VisibleText.of(rewrite.before())), "mono", "small");
        before.getStyleClass().add("muted");
        Label after = styled(new Label("→ " + sent), "mono", "small");
        after.setTooltip(new Tooltip(sent));
        String why =
                rewrite.kinds().stream()
                        .sorted()
                        .map(kind -> formats.text(kind.messageKey()))
                        .collect(Collectors.joining(" "));
        before.setTooltip(new Tooltip(why));
        VBox row = new VBox(1, new HBox(6, links.show(rewrite.line()), before), after);
        row.setAccessibleText(why);
        return row;
    }

    /** A warning about the plan as a whole. */
    static Node notice(String text) {
        return card("notice", wrapped(text));
    }

    private static VBox card(String tone, Node... parts) {
        return styled(new VBox(parts), "card", tone);
    }
}
