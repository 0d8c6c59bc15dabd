package edgeone.purge.ui.stats.chart;

import atlantafx.base.theme.Styles;

import edgeone.purge.ui.kit.Columns;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.util.List;

/** The numbers of a picture as a table. */
final class FigureTable extends TableView<List<DataTable.Cell>> {
    private static final double LETTER = 8;
    private static final double IDEOGRAPH = 14;
    private static final double AROUND = 28;
    private static final double NARROWEST = 96;

    FigureTable(Figure figure) {
        setId("stats-" + figure.id() + "-rows");
        setAccessibleText(figure.title());
        getStyleClass().add(Styles.DENSE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        List<DataTable.Column> columns = figure.table().columns();
        for (int i = 0; i < columns.size(); i++) {
            getColumns().add(column(columns.get(i), i));
        }
        getItems().setAll(figure.table().rows());
    }

    private static TableColumn<List<DataTable.Cell>, List<DataTable.Cell>> column(
            DataTable.Column of, int index) {
        double title =
                AROUND
                        + of.title()
                                .codePoints()
                                .mapToDouble(c -> Character.isIdeographic(c) ? IDEOGRAPH : LETTER)
                                .sum();
        if (of.number()) {
            return Columns.number(of.title(), title, row -> row.get(index).shown());
        }
        double width = Math.max(title, NARROWEST);
        return index == 0
                ? Columns.whole(of.title(), width, row -> row.get(index).shown())
                : Columns.text(of.title(), width, row -> row.get(index).shown());
    }
}
