package edgeone.purge.ui.history.job;

import edgeone.purge.model.RequestRecord;
import edgeone.purge.ui.kit.Columns;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.table.RememberedColumns;
import edgeone.purge.ui.kit.table.TableLayouts;
import edgeone.purge.ui.rows.RowMenu;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The requests made for a job, newest first. */
final class RequestTable {
    private final ObservableList<RequestRecord> all = FXCollections.observableArrayList();
    private final RowMenu<RequestRecord> menu;
    private final RememberedColumns<RequestRecord> columns;
    private final IdentityHashMap<RequestRecord, Integer> attempts = new IdentityHashMap<>();
    private @Nullable String shown;

    RequestTable(TableView<RequestRecord> table, Formats formats, TableLayouts layouts) {
        table.getColumns()
                .setAll(
                        List.of(
                                named(
                                        "when",
                                        Columns.whole(
                                                formats.text("window.request.when"),
                                                80,
                                                r -> formats.when(r.at()),
                                                r -> formats.utc(r.at()))),
                                named(
                                        "action",
                                        Columns.text(
                                                formats.text("window.request.action"),
                                                110,
                                                RequestRecord::action)),
                                named(
                                        "batch",
                                        Columns.number(
                                                formats.text("window.request.batch"),
                                                56,
                                                r ->
                                                        r.batch() == 0
                                                                ? "–"
                                                                : formats.count(r.batch()))),
                                named(
                                        "attempt",
                                        Columns.number(
                                                formats.text("window.request.attempt"),
                                                60,
                                                r -> formats.count(attempts.getOrDefault(r, 1)))),
                                named(
                                        "took",
                                        Columns.number(
                                                formats.text("window.request.took"),
                                                52,
                                                r ->
                                                        r.tookMillis() == RequestRecord.TOOK_UNKNOWN
                                                                ? "–"
                                                                : formats.count(r.tookMillis()))),
                                named(
                                        "code",
                                        Columns.text(
                                                formats.text("window.request.code"),
                                                84,
                                                r -> r.code() == null ? "OK" : r.code(),
                                                r -> r.message() == null ? "" : r.message())),
                                named(
                                        "id",
                                        Columns.text(
                                                formats.text("window.request.id"),
                                                100,
                                                RequestTable::requestId,
                                                "mono"))));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(new Label(formats.text("window.job.noRequests")));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        FilteredList<RequestRecord> rows = new FilteredList<>(all);
        table.setItems(rows);
        menu =
                new RowMenu<>(table, formats)
                        .rowAs(RequestTable::asLine)
                        .keyCopies(RequestTable::requestId)
                        .narrows(rows);
        columns = new RememberedColumns<>(table, "requests", layouts);
    }

    private static TableColumn<RequestRecord, RequestRecord> named(
            String id, TableColumn<RequestRecord, RequestRecord> column) {
        column.setId("column-" + id);
        return column;
    }

    RememberedColumns<RequestRecord> columns() {
        return columns;
    }

    void close() {
        columns.close();
    }

    /**
     * Shows them; those of another job all.
     *
     * @param requests newest first
     */
    void show(String jobId, List<RequestRecord> requests) {
        if (!jobId.equals(shown)) {
            shown = jobId;
            menu.widen();
        }
        if (requests.equals(all)) {
            return;
        }
        attempts.clear();
        Map<String, Integer> made = new HashMap<>();
        for (RequestRecord request : requests.reversed()) {
            attempts.put(
                    request, made.merge(request.action() + " " + request.batch(), 1, Integer::sum));
        }
        all.setAll(requests);
    }

    private static String requestId(RequestRecord r) {
        return r.requestId() == null ? "" : r.requestId();
    }

    private static String asLine(RequestRecord r) {
        return String.join(
                "\t",
                r.at().toString(),
                r.action(),
                r.code() == null ? "OK" : r.code(),
                requestId(r),
                r.message() == null ? "" : r.message());
    }
}
