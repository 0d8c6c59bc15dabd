package edgeone.purge.ui.history.job;

import edgeone.purge.engine.text.VerdictText;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.ui.kit.Columns;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.kit.table.RememberedColumns;
import edgeone.purge.ui.kit.table.TableLayouts;
import edgeone.purge.ui.rows.RowMenu;

import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/** The targets of a job, those that were not purged first. */
final class TargetTable {
    private final TableView<TargetRow> table;
    private final JobModel model;
    private final JobUses uses;
    private final Words words;
    private final VerdictText verdicts;
    private final TableColumn<TargetRow, TargetRow> verdict;
    private final RememberedColumns<TargetRow> columns;
    private final Subscription watching;

    TargetTable(
            TableView<TargetRow> table,
            JobModel model,
            JobUses uses,
            Formats formats,
            TableLayouts layouts) {
        this.table = table;
        this.model = model;
        this.uses = uses;
        words = new Words(formats.messages());
        verdicts = new VerdictText(formats.messages());
        TableColumn<TargetRow, TargetRow> outcome =
                Columns.badge(
                        formats.text("window.job.outcome"),
                        104,
                        this::outcome,
                        row -> model.rows().isRead(row) ? Words.tone(row.state()) : "none");
        outcome.setId("column-outcome");
        verdict =
                Columns.badge(
                        formats.text("window.job.verdict"),
                        110,
                        this::verdict,
                        row -> tone(model.verdict(row)));
        verdict.setId("column-verdict");
        verdict.setVisible(false);
        TableColumn<TargetRow, TargetRow> target =
                Columns.text(formats.text("window.job.target"), 340, TargetRow::target, "mono");
        target.setId("column-target");
        TableColumn<TargetRow, TargetRow> reason =
                Columns.text(formats.text("window.job.reason"), 170, this::explained);
        reason.setId("column-reason");
        table.getColumns().setAll(List.of(outcome, verdict, target, reason));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(new Label(formats.text("window.job.noTargets")));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        new RowMenu<>(table, formats)
                .only(model.rows()::isRead)
                .rowAs(TargetTable::asLine)
                .keyCopies(TargetRow::target)
                .command(this::writeLine, uses.noLine())
                .filter(outcome, row -> model.outcomeProperty().set(OutcomeChoice.of(row.state())))
                .filter(target, row -> uses.search().accept(row.target()));
        columns = new RememberedColumns<>(table, "targets", layouts);
        table.setItems(model.rows());
        watching = model.verdictsProperty().subscribe(this::showVerdicts);
    }

    /** The column is there only where the job is verified. */
    private void showVerdicts(@Nullable VerdictsRead read) {
        verdict.setVisible(read != null);
        if (read != null) {
            table.refresh();
        }
    }

    private String verdict(TargetRow row) {
        Verdict known = model.verdict(row);
        return known == null ? "" : verdicts.name(known.kind());
    }

    private static String tone(@Nullable Verdict verdict) {
        return verdict == null
                ? "none"
                : switch (verdict.kind()) {
                    case STALE, UNREACHABLE -> "bad";
                    case UNCLEAR -> "doubt";
                    case REDIRECT, WAS_NOT_CACHED -> "still";
                    case UNCHANGED, FRESH -> "good";
                };
    }

    /** Why it was not purged, or what the probes prove. */
    private String explained(TargetRow row) {
        Verdict known = model.verdict(row);
        return known == null ? reason(row) : verdicts.of(known);
    }

    RememberedColumns<TargetRow> columns() {
        return columns;
    }

    void close() {
        watching.unsubscribe();
        columns.close();
        table.setItems(FXCollections.emptyObservableList());
    }

    private void writeLine(List<TargetRow> rows, Consumer<String> line) {
        JobDetail of = model.detailProperty().get();
        if (of != null) {
            line.accept(uses.line().apply(of.summary().job(), rows));
        }
    }

    private String outcome(TargetRow row) {
        return model.rows().isRead(row) ? words.target(row.state()) : "…";
    }

    private static String reason(TargetRow row) {
        String reason = row.reason() == null ? "" : row.reason();
        if (row.code() == null
                || (row.state() == TargetState.REJECTED && !reason.isEmpty())
                || reason.contains(row.code())) {
            return reason;
        }
        return reason.isEmpty() ? row.code() : row.code() + ": " + reason;
    }

    private static String asLine(TargetRow row) {
        return String.join("\t", row.state().label(), row.target(), reason(row));
    }
}
