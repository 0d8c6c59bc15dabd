package edgeone.purge.ui.history.list;

import edgeone.purge.model.JobSummary;
import edgeone.purge.model.Origin;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.ui.kit.Columns;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.JobTexts;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.kit.table.RememberedColumns;
import edgeone.purge.ui.kit.table.TableLayouts;
import edgeone.purge.ui.kit.table.Viewport;
import edgeone.purge.ui.rows.RowCommand;
import edgeone.purge.ui.rows.RowMenu;

import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** The table of jobs. */
public final class JobTable {
    /** Where the columns of a team begin, the first time. */
    private static final int WHO = 2;

    private final JobListModel model;
    private final ObservableValue<@Nullable String> chosen;
    private final Formats formats;
    private final JobTexts texts;
    private final WhoColumns who;
    private final TableView<JobSummary> table = new TableView<>();
    private final RememberedColumns<JobSummary> columns;
    private final Viewport<JobSummary> viewport =
            new Viewport<>(table, JobSummary.class, job -> job.job().id());
    private final Subscription watching;
    private boolean selecting;

    /**
     * @param chosen ID of the job that is shown
     * @param choose hears which job the user selects
     * @param placeholder shown instead of rows
     */
    public JobTable(
            JobListModel model,
            ObservableValue<@Nullable String> chosen,
            Consumer<String> choose,
            Formats formats,
            TableLayouts layouts,
            Node placeholder) {
        this.model = model;
        this.chosen = chosen;
        this.formats = formats;
        texts = new JobTexts(formats);
        who = new WhoColumns(formats, model.rows()::isRead);
        table.setId("jobs");
        table.getStyleClass().add("dense");
        table.getColumns().setAll(columns());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(placeholder);
        table.setAccessibleText(formats.text("window.history.jobs"));
        showOrder();
        table.setSortPolicy(_ -> sort());
        table.setItems(model.rows());
        columns = new RememberedColumns<>(table, "jobs", layouts);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        job -> {
                            if (job != null && !selecting && model.rows().isRead(job)) {
                                choose.accept(job.job().id());
                            }
                        });
        watching =
                model.rows()
                        .subscribe(this::changed)
                        .and(chosen.subscribe(_ -> select()))
                        .and(model.everyone().possibleProperty().subscribe(this::offerWho))
                        .and(model.everyone().chosenProperty().subscribe(_ -> showWho()))
                        .and(layouts.readProperty().subscribe(_ -> showWho()))
                        .and(table.widthProperty().subscribe(_ -> showWho()));
        changed();
    }

    public TableView<JobSummary> node() {
        return table;
    }

    /**
     * Gives its rows their menu.
     *
     * @param line writes a job as a command line
     * @param noLine told where there is none
     */
    public void setUpMenu(RowCommand<JobSummary> line, Runnable noLine) {
        JobFilters filters = model.filters();
        new RowMenu<>(table, formats)
                .only(model.rows()::isRead)
                .command(line, noLine)
                .filter(
                        column(JobOrder.Column.STATE),
                        job -> filters.chipProperty().set(StateChip.of(job.state())))
                .filter(
                        column(JobOrder.Column.ACCOUNT),
                        job -> {
                            if (JobTexts.isForeign(job)) {
                                filters.originProperty().set(Origin.ELSEWHERE);
                            } else {
                                filters.accountProperty()
                                        .set(new AccountChoice.Named(job.job().account()));
                            }
                        })
                .filter(
                        column(JobOrder.Column.ZONE),
                        job -> filters.zoneProperty().set(job.job().zoneId()));
    }

    private TableColumn<JobSummary, ?> column(JobOrder.Column by) {
        return table.getColumns().stream()
                .filter(column -> column.getUserData() == by)
                .findFirst()
                .orElseThrow();
    }

    /** Its columns, for their menu. */
    RememberedColumns<JobSummary> remembered() {
        return columns;
    }

    public void close() {
        watching.unsubscribe();
        columns.close();
        table.setItems(FXCollections.emptyObservableList());
    }

    private List<TableColumn<JobSummary, JobSummary>> columns() {
        TableColumn<JobSummary, JobSummary> id =
                sortable(
                        null,
                        Columns.text(
                                formats.text("window.job.id"),
                                150,
                                read(j -> j.job().id()),
                                "mono"));
        id.setId("column-id");
        id.setVisible(false);
        List<TableColumn<JobSummary, JobSummary>> columns = new ArrayList<>(told());
        columns.add(id);
        if (model.everyone().possibleProperty().get()) {
            columns.addAll(WHO, who.all());
        }
        return columns;
    }

    /** Who submitted a job is only asked of a team. */
    private void offerWho(boolean possible) {
        if (!possible) {
            table.getColumns().removeAll(who.all());
        } else if (!table.getColumns().containsAll(who.all())) {
            table.getColumns().addAll(Math.min(WHO, table.getColumns().size()), who.all());
        }
    }

    private void showWho() {
        who.show(model.everyone().chosenProperty().get(), table.getWidth());
    }

    private List<TableColumn<JobSummary, JobSummary>> told() {
        return List.of(
                sortable(
                        JobOrder.Column.STATE,
                        Columns.badge(
                                formats.text("window.history.state"),
                                124,
                                read(texts::state),
                                job ->
                                        model.rows().isRead(job)
                                                ? Words.tone(job.state())
                                                : "none")),
                sortable(
                        JobOrder.Column.CREATED,
                        Columns.whole(
                                formats.text("window.history.when"),
                                132,
                                read(job -> formats.when(job.job().createdAt())),
                                read(job -> formats.utc(job.job().createdAt())))),
                sortable(
                        JobOrder.Column.ACCOUNT,
                        Columns.text(
                                formats.text("window.history.account"),
                                116,
                                read(texts::account),
                                read(texts::accountInFull))),
                sortable(
                        JobOrder.Column.ZONE,
                        Columns.text(
                                formats.text("window.history.zone"),
                                110,
                                read(texts::zone),
                                read(job -> texts.zone(job) + " · " + job.job().zoneId()))),
                sortable(
                        JobOrder.Column.TYPE,
                        Columns.whole(
                                formats.text("window.history.type"),
                                66,
                                read(job -> texts.words().type(job.job().type())))),
                sortable(
                        JobOrder.Column.METHOD,
                        Columns.whole(
                                formats.text("window.history.method"),
                                120,
                                read(job -> texts.words().method(job.job().method())))),
                sortable(
                        JobOrder.Column.TARGETS,
                        Columns.number(
                                formats.text("window.history.targets"),
                                72,
                                read(job -> formats.count(job.targets().total())))),
                sortable(
                        JobOrder.Column.FAILED,
                        Columns.number(
                                formats.text("window.history.failed"),
                                64,
                                read(job -> formats.count(job.targets().notPurged())))),
                sortable(
                        JobOrder.Column.TOOK,
                        Columns.number(
                                formats.text("window.history.took"), 58, read(texts::took))));
    }

    /** Nothing for a row that is not read yet. */
    private Function<JobSummary, String> read(Function<JobSummary, String> text) {
        return job -> model.rows().isRead(job) ? text.apply(job) : "";
    }

    private static TableColumn<JobSummary, JobSummary> sortable(
            JobOrder.@Nullable Column by, TableColumn<JobSummary, JobSummary> column) {
        column.setSortable(by != null);
        if (by != null) {
            column.setId("column-" + by.name().toLowerCase(Locale.ROOT));
            column.setUserData(by);
        }
        return column;
    }

    private void showOrder() {
        JobOrder order = model.orderProperty().get();
        table.getColumns().stream()
                .filter(column -> column.getUserData() == order.column())
                .forEach(
                        column -> {
                            column.setSortType(
                                    order.descending()
                                            ? TableColumn.SortType.DESCENDING
                                            : TableColumn.SortType.ASCENDING);
                            table.getSortOrder().setAll(List.of(column));
                        });
    }

    /** Sorting is the journal's. */
    private boolean sort() {
        model.orderProperty()
                .set(
                        table.getSortOrder().stream()
                                .findFirst()
                                .filter(c -> c.getUserData() instanceof JobOrder.Column)
                                .map(
                                        c ->
                                                new JobOrder(
                                                        (JobOrder.Column) c.getUserData(),
                                                        c.getSortType()
                                                                == TableColumn.SortType.DESCENDING))
                                .orElse(JobOrder.NEWEST_FIRST));
        return true;
    }

    /** Goes to the job that was looked for, or stays where it is. */
    private void changed() {
        model.takeFound()
                .ifPresentOrElse(
                        at -> table.scrollTo(Math.max(0, at - 2)),
                        () -> viewport.stay(model.rows()));
        select();
    }

    /** Keeps the chosen job selected when the rows change. */
    private void select() {
        String id = chosen.getValue();
        selecting = true;
        try {
            int at = id == null ? -1 : model.rows().find(job -> job.job().id().equals(id));
            if (at < 0) {
                table.getSelectionModel().clearSelection();
            } else if (table.getSelectionModel().getSelectedIndex() != at
                    || !model.rows().get(at).equals(table.getSelectionModel().getSelectedItem())) {
                table.getSelectionModel().clearAndSelect(at);
            }
        } finally {
            selecting = false;
        }
    }
}
