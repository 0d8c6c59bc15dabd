package edgeone.purge.ui.kit;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** Columns of tables. Every cell shows its full text on hover. */
public final class Columns {
    private Columns() {}

    /** A column of texts. */
    public static <S> TableColumn<S, S> text(
            String title, double width, Function<S, String> text, String... styles) {
        return text(title, width, text, text, styles);
    }

    /**
     * A column of texts that says more on hover.
     *
     * @param hover the text shown then
     */
    public static <S> TableColumn<S, S> text(
            String title,
            double width,
            Function<S, String> text,
            Function<S, String> hover,
            String... styles) {
        TableColumn<S, S> column = column(title, width);
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            {
                                getStyleClass().addAll(styles);
                                setOnMouseEntered(_ -> explain());
                            }

                            @Override
                            protected void updateItem(@Nullable S row, boolean empty) {
                                super.updateItem(row, empty);
                                setText(empty || row == null ? null : text.apply(row));
                            }

                            /*
                             * Created on demand: rows change faster than they are read.
                             */
                            private void explain() {
                                S row = getItem();
                                String more = row == null ? "" : hover.apply(row);
                                setTooltip(more.isEmpty() ? null : new Tooltip(more));
                            }
                        });
        return column;
    }

    /** A column of numbers, right-aligned like its head. */
    public static <S> TableColumn<S, S> number(
            String title, double width, Function<S, String> text) {
        TableColumn<S, S> column = text(title, width, text, "number");
        column.getStyleClass().add("number");
        column.setMaxWidth(width * 1.3);
        return column;
    }

    /** Keeps a column from growing with the table. */
    public static <S> TableColumn<S, S> narrow(TableColumn<S, S> column) {
        column.setMinWidth(column.getPrefWidth());
        column.setMaxWidth(column.getPrefWidth() * 1.3);
        return column;
    }

    /** A column of badges. */
    public static <S> TableColumn<S, S> badge(
            String title, double width, Function<S, String> text, Function<S, String> tone) {
        TableColumn<S, S> column = column(title, width);
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            private final Badge badge = new Badge();

                            @Override
                            protected void updateItem(@Nullable S row, boolean empty) {
                                super.updateItem(row, empty);
                                if (empty || row == null) {
                                    setGraphic(null);
                                } else {
                                    badge.show(text.apply(row), tone.apply(row));
                                    setGraphic(badge);
                                }
                            }
                        });
        return column;
    }

    private static <S> TableColumn<S, S> column(String title, double width) {
        TableColumn<S, S> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(width * 0.8);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
        return column;
    }
}
