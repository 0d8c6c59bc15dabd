package edgeone.purge.ui.purge.plan;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.targets.rules.Fix;
import edgeone.purge.targets.rules.FixKind;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.purge.editor.LineActions;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Links that show, remove or fix lines of the editor. */
final class LineLinks {
    private static final int LINES_NAMED = 3;

    private final Formats formats;
    private final LineActions editor;

    LineLinks(Formats formats, LineActions editor) {
        this.formats = formats;
        this.editor = editor;
    }

    /** {@code Lines 3 4 7 and 12 more}, the first few of them as links. */
    Node where(List<Integer> lines) {
        FlowPane where = new FlowPane(6, 2);
        Label title = new Label(formats.text("window.plan.line", lines.size()));
        title.getStyleClass().add("strong");
        where.getChildren().add(title);
        lines.stream().limit(LINES_NAMED).forEach(line -> where.getChildren().add(show(line)));
        int more = lines.size() - LINES_NAMED;
        if (more > 0) {
            where.getChildren().add(new Label(formats.text("window.plan.andMore", more)));
        }
        return where;
    }

    /** Goes to a line. */
    Hyperlink show(int line) {
        Hyperlink link = new Hyperlink(formats.count(line));
        link.setAccessibleText(formats.text("window.plan.showLine", line));
        link.setTooltip(new Tooltip(formats.text("window.plan.showLine", line)));
        link.setOnAction(_ -> editor.jump(line));
        return link;
    }

    /** Removes one line. */
    Hyperlink drop(int line) {
        return drop("window.plan.drop", line, Set.of(line));
    }

    /** Removes all these lines. */
    Hyperlink dropAll(List<Integer> lines) {
        return drop("window.plan.dropAll", lines.size(), Set.copyOf(lines));
    }

    private Hyperlink drop(String key, int number, Set<Integer> lines) {
        Hyperlink link = new Hyperlink(formats.text(key, number));
        link.setOnAction(_ -> editor.drop(lines));
        return link;
    }

    /**
     * One link for each kind of fix, which fixes every line that has it.
     *
     * @param fixes what would fix each line
     */
    List<Hyperlink> fixes(Map<Integer, List<Fix>> fixes) {
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
                .map(entry -> fix(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Hyperlink fix(FixKind kind, Map<Integer, List<String>> lines) {
        String what = formats.text(kind.messageKey());
        Hyperlink link =
                new Hyperlink(
                        lines.size() == 1
                                ? what
                                : formats.text("window.plan.fixAll", what, lines.size()));
        link.setId("fix-" + kind.name());
        String after = String.join("\n", lines.values().iterator().next());
        link.setTooltip(new Tooltip(VisibleText.of(after)));
        link.setOnAction(_ -> editor.replace(lines));
        return link;
    }
}
