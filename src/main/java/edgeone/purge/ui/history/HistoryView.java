package edgeone.purge.ui.history;

import edgeone.purge.recipes.Recipe;
import edgeone.purge.ui.history.export.ExportDialog;
import edgeone.purge.ui.history.export.ExportStrip;
import edgeone.purge.ui.history.job.JobButtons;
import edgeone.purge.ui.history.job.JobPane;
import edgeone.purge.ui.history.job.JobUses;
import edgeone.purge.ui.history.list.FilterBar;
import edgeone.purge.ui.history.list.JobPlaceholder;
import edgeone.purge.ui.history.list.JobTable;
import edgeone.purge.ui.history.list.SyncLine;
import edgeone.purge.ui.history.list.WhoseChoice;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Fxml;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.kit.table.ListPlaceholder;
import edgeone.purge.ui.kit.table.TableLayouts;
import edgeone.purge.ui.shell.screen.ScreenView;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Consumer;

/** The jobs, and below them the one that is chosen. */
final class HistoryView implements ScreenView {
    private final Parent root;
    private final FilterBar filterBar;
    private final SyncLine syncLine;
    private final WhoseChoice whose;
    private final ListPlaceholder placeholder;
    private final JobTable jobTable;
    private final JobPane jobPane;
    private final ExportStrip exportStrip;

    @FXML private VBox screen;
    @FXML private SplitPane split;

    HistoryView(
            HistoryViewModel model,
            Formats formats,
            Navigator navigator,
            Dialogs dialogs,
            FileAsk files,
            TableLayouts layouts,
            Consumer<Recipe> keep,
            JobCommands commands) {
        root = Fxml.load(this, formats.messages());
        placeholder = JobPlaceholder.of(model.list(), formats, navigator);
        jobTable =
                new JobTable(
                        model.list(),
                        model.job().chosenProperty(),
                        model.job()::choose,
                        formats,
                        layouts,
                        placeholder.root());
        Runnable noLine =
                () ->
                        dialogs.say(
                                formats.text("actions.row.command"),
                                formats.text("actions.row.noCommand"));
        jobTable.setUpMenu(
                (rows, line) -> commands.job(rows.getFirst(), line, dialogs::error), noLine);
        syncLine = new SyncLine(model.syncs(), formats);
        filterBar = new FilterBar(model.list(), jobTable, formats, model::refresh, syncLine.root());
        ExportDialog exports = new ExportDialog(model.exports(), formats, dialogs, files);
        filterBar.offerExport(
                model.exports().progressProperty().map(_ -> true).orElse(false),
                ending ->
                        exports.ask(
                                model.list().everyone().listed(),
                                model.list().listed(),
                                root.getScene().getWindow(),
                                formats.text("window.export.title"),
                                "jobs." + ending));
        exportStrip = new ExportStrip(model.exports(), formats);
        jobPane =
                new JobPane(
                        model.job(),
                        model.work(),
                        new JobUses(
                                keep,
                                commands::targets,
                                noLine,
                                model.list().filters().textProperty()::set),
                        formats,
                        navigator,
                        dialogs,
                        model.exports(),
                        exports,
                        layouts);
        whose = new WhoseChoice(model.list(), formats);
        filterBar.lead(whose.root());
        screen.getChildren().addAll(0, List.of(filterBar.root(), whose.line(), exportStrip.root()));
        split.getItems().setAll(jobTable.node(), jobPane.root());
        SplitPane.setResizableWithParent(jobPane.root(), true);
        split.setDividerPositions(0.45);
    }

    @Override
    public Parent root() {
        return root;
    }

    JobButtons jobButtons() {
        return jobPane.buttons();
    }

    SyncLine syncLine() {
        return syncLine;
    }

    void focusFilter() {
        filterBar.focusText();
    }

    @Override
    public void close() {
        filterBar.close();
        syncLine.close();
        whose.close();
        exportStrip.close();
        placeholder.close();
        jobTable.close();
        jobPane.close();
    }

    @Override
    public void focus() {
        jobTable.node().requestFocus();
    }
}
