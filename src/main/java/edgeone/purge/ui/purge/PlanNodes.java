package edgeone.purge.ui.purge;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.ui.kit.Formats;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the card of a plan is made of. */
final class PlanNodes {
    final Label lines = label("", "strong");
    final Label duplicates = label("", "strong");
    final Label problemCount = label("", "strong");
    final Label targets = label("", "strong");
    final Label requests = unsqueezed(label("", "strong"));
    final Label sizes = label("", "muted");
    final Label time = label("", "strong");
    final Label quotaAfter = label("", "strong");
    final ProgressBar quotaBar = styled(new ProgressBar(), "bar");
    final VBox warnings = column(6);
    final VBox problems = column(6);
    final VBox problemsBox;
    final VBox rewrites = column(6);
    final VBox rewritesBox;
    final VBox remarks = column(6);
    final VBox remarksBox;
    final VBox root;

    PlanNodes(Formats formats) {
        problemsBox = part(formats.text("window.plan.problemsTitle"), problems);
        rewritesBox = part(formats.text("window.plan.rewritesTitle"), rewrites);
        remarksBox = part(formats.text("window.plan.remarksTitle"), remarks);
        root =
                styled(
                        new VBox(
                                label(formats.text("window.plan.title"), "title"),
                                numbers(formats),
                                quotaBar,
                                warnings,
                                problemsBox,
                                rewritesBox,
                                remarksBox),
                        "card");
    }

    private static VBox part(String title, VBox rows) {
        return column(6, wrapped(title, "title"), rows);
    }

    private GridPane numbers(Formats formats) {
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        numbers.setMinWidth(Region.USE_PREF_SIZE);
        GridPane grid = new GridPane(8, 5);
        grid.getColumnConstraints().setAll(names, numbers);
        HBox sized = row(6, requests, sizes);
        sized.setAlignment(Pos.CENTER_RIGHT);
        add(grid, formats.text("window.plan.lines"), lines);
        add(grid, formats.text("window.plan.duplicates"), duplicates);
        add(grid, formats.text("window.plan.problems"), problemCount);
        add(grid, formats.text("window.plan.targets"), targets);
        add(grid, formats.text("window.plan.requests"), sized);
        add(grid, formats.text("window.plan.time"), time);
        add(grid, formats.text("window.plan.quotaAfter"), quotaAfter);
        return grid;
    }

    private static void add(GridPane grid, String name, Node number) {
        grid.addRow(grid.getRowCount(), new Label(name), number);
    }
}
