package edgeone.purge.ui.inspector.list;

import edgeone.purge.model.call.Call;
import edgeone.purge.model.call.CallFilter;
import edgeone.purge.ui.kit.Columns;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.table.RememberedColumns;
import edgeone.purge.ui.kit.table.TableLayouts;
import edgeone.purge.ui.kit.table.Viewport;
import edgeone.purge.ui.rows.RowCommand;
import edgeone.purge.ui.rows.RowMenu;

import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** The table of calls, newest first. */
public final class CallTable {
    private final CallListModel model;
    private final ObservableValue<@Nullable Call> chosen;
    private final Formats formats;
    private final TableView<Call> table = new TableView<>();
    private final Viewport<Call> viewport = new Viewport<>(table, Call.class, Call::number);
    private final RememberedColumns<Call> columns;
    private final RowMenu<Call> menu;
    private final Subscription watching;
    private boolean selecting;

    /**
     * @param chosen the call that is shown
     * @param choose hears which call the user selects
     * @param placeholder shown instead of rows
     */
    public CallTable(
            CallListModel model,
            ObservableValue<@Nullable Call> chosen,
            Consumer<Call> choose,
            Formats formats,
            TableLayouts layouts,
            Node placeholder) {
        this.model = model;
        this.chosen = chosen;
        this.formats = formats;
        table.setId("calls");
        table.getStyleClass().add("dense");
        table.getColumns().setAll(columns());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(placeholder);
        table.setAccessibleText(formats.text("inspector.calls"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setItems(model.rows());
        columns = new RememberedColumns<>(table, "calls", layouts);
        menu = new RowMenu<>(table, formats);
        setUpMenu();
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        call -> {
                            if (call != null && !selecting && model.rows().isRead(call)) {
                                choose.accept(call);
                            }
                        });
        watching = model.rows().subscribe(this::changed).and(chosen.subscribe(_ -> select()));
        changed();
    }

    public TableView<Call> node() {
        return table;
    }

    /** Its columns, for their menu. */
    RememberedColumns<Call> remembered() {
        return columns;
    }

    public void close() {
        watching.unsubscribe();
        columns.close();
        table.setItems(FXCollections.emptyObservableList());
    }

    /**
     * Offers the calls that are selected as a command line.
     *
     * @param none told where there is none
     */
    public void offerCommand(RowCommand<Call> lines, Runnable none) {
        menu.command(lines, none);
    }

    private void setUpMenu() {
        menu.only(model.rows()::isRead)
                .keyCopies(call -> text(call.requestId()))
                .filter(
                        column("action"),
                        call -> change(model.filterProperty().get().withAction(call.action())))
                .filter(
                        column("job"),
                        call -> change(model.filterProperty().get().withJob(call.job())))
                .filter(
                        column("code"),
                        call -> change(model.filterProperty().get().withText(text(call.code()))))
                .filter(
                        column("zone"),
                        call -> change(model.filterProperty().get().withText(text(call.zone()))));
    }

    private void change(CallFilter to) {
        model.filterProperty().set(to);
    }

    private TableColumn<Call, ?> column(String id) {
        return table.getColumns().stream()
                .filter(column -> column.getId().equals("column-" + id))
                .findFirst()
                .orElseThrow();
    }

    private List<TableColumn<Call, Call>> columns() {
        TableColumn<Call, Call> call =
                named("call", Columns.text(title("call"), 84, read(Call::id), "mono"));
        call.setVisible(false);
        TableColumn<Call, Call> zone =
                named("zone", Columns.text(title("zone"), 140, read(c -> text(c.zone())), "mono"));
        zone.setVisible(false);
        return List.of(
                call,
                named(
                        "when",
                        Columns.whole(
                                title("when"),
                                132,
                                read(c -> formats.when(c.at())),
                                read(c -> formats.utc(c.at())))),
                action(),
                zone,
                named("job", Columns.text(title("job"), 176, read(c -> text(c.job())), "mono")),
                number("batch", 63, c -> c.batch() == null ? "" : formats.count(c.batch())),
                number("attempt", 79, c -> formats.count(c.attempt())),
                number("took", 54, c -> formats.count(c.tookMillis())),
                number("http", 58, c -> c.http() == null ? "–" : String.valueOf(c.http())),
                named(
                        "code",
                        Columns.text(
                                title("code"), 130, read(c -> c.code() == null ? "OK" : c.code()))),
                named(
                        "id",
                        Columns.text(title("id"), 240, read(c -> text(c.requestId())), "mono")));
    }

    /** Never narrower than CreatePurgeTask. */
    private TableColumn<Call, Call> action() {
        TableColumn<Call, Call> action =
                named("action", Columns.text(title("action"), 180, read(Call::action)));
        action.setMinWidth(134);
        return action;
    }

    private String title(String id) {
        return formats.text("inspector.column." + id);
    }

    private TableColumn<Call, Call> number(String id, double width, Function<Call, String> number) {
        TableColumn<Call, Call> column = Columns.number(title(id), width, read(number));
        column.setMinWidth(width);
        return named(id, column);
    }

    private static TableColumn<Call, Call> named(String id, TableColumn<Call, Call> column) {
        column.setId("column-" + id);
        return column;
    }

    /** Nothing for a row that is not read yet. */
    private Function<Call, String> read(Function<Call, String> text) {
        return call -> model.rows().isRead(call) ? text.apply(call) : "";
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private void changed() {
        viewport.stay(model.rows());
        select();
    }

    /** Keeps the chosen call selected when the rows change, unless several are. */
    private void select() {
        Call call = chosen.getValue();
        if (table.getSelectionModel().getSelectedIndices().size() > 1) {
            return;
        }
        selecting = true;
        try {
            int at = call == null ? -1 : model.rows().find(c -> c.number() == call.number());
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
