package edgeone.purge.ui.purge.split;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.recent.Lately;
import edgeone.purge.engine.zones.SplitPlan;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.ui.kit.Columns;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.ErrorPane;
import edgeone.purge.ui.purge.split.SplitModel.State;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The table of zones with their share, and below it what belongs to no zone. */
final class SplitPane {
    private static final double ROW = 34;
    private static final int ROWS = 6;
    private static final double PROBLEM = 26;

    /** Enough for what is not there yet when the dialog opens. */
    private static final double HEIGHT = 420;

    private final Formats formats;
    private final SplitTexts texts;
    private final Label known = named("split-known", wrapped("", "muted"));
    private final TableView<Plan> zones = named("split-zones", new TableView<>());
    private final Label problemsTitle = wrapped("", "strong");
    private final ListView<Problem> problems = named("split-problems", new ListView<>());
    private final Label kept = named("split-kept", wrapped("", "muted"));
    private final Label lately = named("split-lately", wrapped("", "warning-text"));
    private final Label refusals = named("split-refusals", wrapped("", "danger-text"));
    private final VBox trouble = new VBox();
    private final VBox root;

    SplitPane(Formats formats) {
        this.formats = formats;
        texts = new SplitTexts(formats);
        fillZones();
        fillProblems();
        Label title = wrapped(formats.text("window.split.title"), "title");
        root =
                new VBox(
                        10,
                        title,
                        known,
                        zones,
                        lately,
                        kept,
                        problemsTitle,
                        problems,
                        refusals,
                        trouble);
        root.setPrefHeight(HEIGHT);
        VBox.setVgrow(zones, Priority.ALWAYS);
    }

    private void fillZones() {
        zones.setAccessibleText(formats.text("window.split.title"));
        zones.setPlaceholder(new Label(formats.text("window.split.reading")));
        zones.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        zones.setPrefHeight(ROW * (ROWS + 1));
        zones.setMinHeight(ROW * 4);
        zones.getColumns()
                .add(
                        Columns.text(
                                formats.text("window.split.zone"),
                                330,
                                plan -> texts.zone(plan.zone())));
        zones.getColumns()
                .add(
                        Columns.number(
                                formats.text("window.split.lines"),
                                80,
                                plan -> formats.count(plan.list().lines())));
        zones.getColumns()
                .add(
                        Columns.number(
                                formats.text("window.split.targets"),
                                80,
                                plan -> formats.count(plan.targets())));
        zones.getColumns()
                .add(
                        Columns.number(
                                formats.text("window.split.requests"),
                                90,
                                plan -> formats.count(plan.batches().size())));
        zones.getColumns()
                .add(
                        Columns.number(
                                formats.text("window.split.quotaAfter"), 110, texts::quotaAfter));
    }

    private void fillProblems() {
        problems.setMinHeight(PROBLEM * 3);
        problems.setPrefHeight(PROBLEM * 4);
        problems.setCellFactory(
                _ ->
                        new ListCell<>() {
                            {
                                setWrapText(true);
                                // Long text is wrapped, instead of making the list scroll.
                                setPrefWidth(0);
                            }

                            @Override
                            protected void updateItem(@Nullable Problem item, boolean empty) {
                                super.updateItem(item, empty);
                                setText(empty || item == null ? null : texts.problem(item));
                            }
                        });
    }

    Parent root() {
        return root;
    }

    void show(State state) {
        known.setText("");
        trouble.getChildren().clear();
        switch (state) {
            case State.Reading() -> fill(null);
            case State.Remembered(SplitPlan plan, var asOf) -> {
                known.setText(formats.text("window.known.asOf", formats.when(asOf)));
                fill(plan);
            }
            case State.Planned planned -> fill(planned.plan());
            case State.Failed(Exception why) -> {
                fill(null);
                zones.setPlaceholder(new Label(""));
                trouble.getChildren().add(new ErrorPane(formats.messages(), formats.trouble(why)));
            }
        }
        toggle(known, !known.getText().isEmpty());
    }

    /** Shows what was purged a short while ago; nothing for an empty list. */
    void show(List<Lately> purged) {
        lately.setText(texts.lately(zones.getItems(), purged));
        toggle(lately, !lately.getText().isEmpty());
    }

    private void fill(@Nullable SplitPlan plan) {
        if (plan == null) {
            zones.getItems().clear();
            problems.getItems().clear();
            kept.setText("");
            refusals.setText("");
        } else {
            zones.getItems().setAll(plan.plans());
            problems.getItems().setAll(plan.problems());
            problemsTitle.setText(formats.text("window.split.problems", plan.refused()));
            problems.setAccessibleText(problemsTitle.getText());
            kept.setText(texts.kept(plan));
            refusals.setText(texts.refusals(plan));
        }
        boolean any = !problems.getItems().isEmpty();
        toggle(problemsTitle, any);
        toggle(problems, any);
        toggle(kept, !kept.getText().isEmpty());
        toggle(refusals, !refusals.getText().isEmpty());
    }
}
