package edgeone.purge.ui.purge;

import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Quota;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.Rewrite;
import edgeone.purge.targets.rules.Fix;
import edgeone.purge.targets.rules.FixKind;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** What will be sent, what it costs, and what is wrong with the lines. */
final class PlanPane {
    /** More cards than this help nobody; the rest is counted. */
    private static final int SHOWN = 30;

    private static final int LINES_NAMED = 3;

    private final Formats formats;
    private final PurgeTexts texts;
    private final IntConsumer showLine;
    private final Consumer<Set<Integer>> dropLines;
    private final Consumer<Map<Integer, List<String>>> replaceLines;
    private final PlanNodes nodes;

    /**
     * @param showLine shows a line in the editor
     * @param dropLines takes lines out of it
     * @param replaceLines puts other lines in place of some
     */
    PlanPane(
            Formats formats,
            IntConsumer showLine,
            Consumer<Set<Integer>> dropLines,
            Consumer<Map<Integer, List<String>>> replaceLines) {
        this.formats = formats;
        this.showLine = showLine;
        this.dropLines = dropLines;
        this.replaceLines = replaceLines;
        texts = new PurgeTexts(formats);
        nodes = new PlanNodes(formats);
        show(null, null);
    }

    Parent root() {
        return nodes.root;
    }

    /**
     * @param review null where there is no plan
     * @param quota of the plan's type; null where unknown
     */
    void show(@Nullable Review review, @Nullable Quota quota) {
        if (review == null) {
            List.of(
                            nodes.lines,
                            nodes.duplicates,
                            nodes.problemCount,
                            nodes.targets,
                            nodes.requests,
                            nodes.time,
                            nodes.quotaAfter)
                    .forEach(label -> label.setText("–"));
            nodes.sizes.setText("");
            toggle(nodes.quotaBar, false);
            List.of(nodes.warnings, nodes.problems, nodes.rewrites, nodes.remarks)
                    .forEach(box -> box.getChildren().clear());
            List.of(nodes.problemsBox, nodes.rewritesBox, nodes.remarksBox)
                    .forEach(box -> toggle(box, false));
            return;
        }
        Plan plan = review.plan();
        showNumbers(plan, quota);
        nodes.warnings
                .getChildren()
                .setAll(plan.warnings().stream().map(w -> notice(texts.warning(w, plan))).toList());
        toggle(nodes.problemsBox, !review.groups().isEmpty());
        fill(nodes.problems, review.groups(), this::problemCard);
        toggle(nodes.rewritesBox, !plan.list().rewrites().isEmpty());
        fill(nodes.rewrites, plan.list().rewrites(), this::rewriteRow);
        toggle(nodes.remarksBox, !review.remarks().isEmpty());
        fill(nodes.remarks, review.remarks(), this::remarkRow);
    }

    private void showNumbers(Plan plan, @Nullable Quota quota) {
        boolean all = plan.type() == PurgeType.ALL;
        nodes.lines.setText(all ? "–" : formats.count(plan.list().lines()));
        nodes.duplicates.setText(all ? "–" : formats.count(plan.list().duplicates()));
        int bad = plan.list().refused();
        nodes.problemCount.setText(all ? "–" : formats.count(bad));
        nodes.problemCount.getStyleClass().remove("danger-text");
        if (bad > 0) {
            nodes.problemCount.getStyleClass().add("danger-text");
        }
        nodes.targets.setText(all ? Words.zone(plan.zone()) : formats.count(plan.targets()));
        nodes.requests.setText(formats.count(plan.batches().size()));
        nodes.sizes.setText(texts.sizes(plan));
        toggle(nodes.sizes, !nodes.sizes.getText().isEmpty());
        nodes.time.setText(formats.duration(plan.duration()));
        Long after = plan.quotaAfter();
        nodes.quotaAfter.setText(
                after == null ? formats.text("window.plan.unknown") : formats.count(after));
        toggle(nodes.quotaBar, after != null && quota != null && quota.daily() > 0);
        if (after != null && quota != null && quota.daily() > 0) {
            nodes.quotaBar.setProgress((double) after / quota.daily());
            nodes.quotaBar.getStyleClass().remove("low");
            if (after < quota.daily() / 10) {
                nodes.quotaBar.getStyleClass().add("low");
            }
            nodes.quotaBar.setAccessibleText(
                    formats.text("window.plan.quotaBar", after, quota.daily()));
        }
    }

    private <T> void fill(VBox box, List<T> items, Function<T, Node> card) {
        box.getChildren().setAll(items.stream().limit(SHOWN).map(card).toList());
        if (items.size() > SHOWN) {
            Label more = new Label(formats.text("window.plan.more", items.size() - SHOWN));
            more.getStyleClass().add("muted");
            box.getChildren().add(more);
        }
    }

    private Node problemCard(Review.Group group) {
        FlowPane where = new FlowPane(6, 2);
        Label title = new Label(formats.text("window.plan.line", group.problems().size()));
        title.getStyleClass().add("strong");
        where.getChildren().add(title);
        group.problems().stream()
                .limit(LINES_NAMED)
                .map(Problem::line)
                .forEach(line -> where.getChildren().add(lineLink(line)));
        if (group.problems().size() > LINES_NAMED) {
            where.getChildren()
                    .add(
                            new Label(
                                    formats.text(
                                            "window.plan.andMore",
                                            group.problems().size() - LINES_NAMED)));
        }
        String seen = VisibleText.of(group.first().excerpt());
        Label excerpt = new Label(seen);
        excerpt.getStyleClass().addAll("mono", "small");
        excerpt.setTooltip(new Tooltip(seen));
        Label text = wrapped(formats.text(group.kind().messageKey(), group.detail()));
        FlowPane actions = new FlowPane(10, 2);
        Map<Integer, List<Fix>> fixes = new LinkedHashMap<>();
        group.problems().forEach(problem -> fixes.put(problem.line(), problem.fixes()));
        actions.getChildren().addAll(fixLinks(fixes));
        actions.getChildren()
                .add(
                        action(
                                "window.plan.drop",
                                group.first().line(),
                                Set.of(group.first().line())));
        if (group.problems().size() > 1) {
            actions.getChildren()
                    .add(
                            action(
                                    "window.plan.dropAll",
                                    group.problems().size(),
                                    group.problems().stream()
                                            .map(Problem::line)
                                            .collect(Collectors.toSet())));
        }
        return card("problem", where, excerpt, text, actions);
    }

    /** One link for each kind of fix that the lines have; it mends all of them. */
    private List<Hyperlink> fixLinks(Map<Integer, List<Fix>> fixes) {
        Map<FixKind, Map<Integer, List<String>>> byKind = new EnumMap<>(FixKind.class);
        fixes.forEach(
                (line, ways) ->
                        ways.stream()
                                .filter(fix -> fix.kind() != FixKind.DROP_LINE)
                                .forEach(
                                        fix ->
                                                byKind.computeIfAbsent(
                                                                fix.kind(),
                                                                _ -> new LinkedHashMap<>())
                                                        .put(line, fix.lines())));
        return byKind.entrySet().stream()
                .map(entry -> fixLink(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Hyperlink fixLink(FixKind kind, Map<Integer, List<String>> lines) {
        String what = formats.text(kind.messageKey());
        Hyperlink link =
                new Hyperlink(
                        lines.size() == 1
                                ? what
                                : formats.text("window.plan.fixAll", what, lines.size()));
        link.setId("fix-" + kind.name());
        String after = String.join("\n", lines.values().iterator().next());
        link.setTooltip(new Tooltip(VisibleText.of(after)));
        link.setOnAction(_ -> replaceLines.accept(lines));
        return link;
    }

    private Hyperlink lineLink(int line) {
        Hyperlink link = new Hyperlink(formats.count(line));
        link.setAccessibleText(formats.text("window.plan.showLine", line));
        link.setTooltip(new Tooltip(formats.text("window.plan.showLine", line)));
        link.setOnAction(_ -> showLine.accept(line));
        return link;
    }

    private Hyperlink action(String key, int number, Set<Integer> numbers) {
        Hyperlink link = new Hyperlink(formats.text(key, number));
        link.setOnAction(_ -> dropLines.accept(numbers));
        return link;
    }

    private Node rewriteRow(Rewrite rewrite) {
        String sent = VisibleText.of(rewrite.after());
        Label before = new Label(VisibleText.of(rewrite.before()));
        Label after = new Label("→ " + sent);
        before.getStyleClass().addAll("mono", "small", "muted");
        after.getStyleClass().addAll("mono", "small");
        after.setTooltip(new Tooltip(sent));
        String why =
                rewrite.kinds().stream()
                        .sorted()
                        .map(kind -> formats.text(kind.messageKey()))
                        .collect(Collectors.joining(" "));
        before.setTooltip(new Tooltip(why));
        HBox first = new HBox(6, lineLink(rewrite.line()), before);
        VBox row = new VBox(1, first, after);
        row.setAccessibleText(why);
        return row;
    }

    private Node remarkRow(Review.RemarkGroup group) {
        FlowPane where = new FlowPane(6, 2);
        Label title = new Label(formats.text("window.plan.line", group.remarks().size()));
        title.getStyleClass().add("strong");
        where.getChildren().add(title);
        group.remarks().stream()
                .limit(LINES_NAMED)
                .forEach(remark -> where.getChildren().add(lineLink(remark.line())));
        if (group.remarks().size() > LINES_NAMED) {
            where.getChildren()
                    .add(
                            new Label(
                                    formats.text(
                                            "window.plan.andMore",
                                            group.remarks().size() - LINES_NAMED)));
        }
        Map<Integer, List<Fix>> fixes = new LinkedHashMap<>();
        group.remarks().forEach(remark -> fixes.put(remark.line(), remark.fixes()));
        FlowPane actions = new FlowPane(10, 2);
        actions.getChildren().addAll(fixLinks(fixes));
        Label text = wrapped(formats.text(group.kind().messageKey()));
        return actions.getChildren().isEmpty()
                ? card("notice", where, text)
                : card("notice", where, text, actions);
    }

    private static Node notice(String text) {
        return card("notice", wrapped(text));
    }

    private static VBox card(String tone, Node... parts) {
        VBox card = new VBox(parts);
        card.getStyleClass().addAll("card", tone);
        return card;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
