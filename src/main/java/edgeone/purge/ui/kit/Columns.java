package edgeone.purge.ui.kit;

import edgeone.purge.messages.VisibleText;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/**
 * Table columns. Cells show their full text on hover, and all text as {@link VisibleText}. If space
 * is short, columns of foreign text such as names and addresses shrink; those of times, numbers and
 * the program's own words keep their width.
 */
public final class Columns {
    /** How far a column of foreign text may shrink, as a share of its width. */
    private static final double LEAST = 0.6;

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
        column.setMinWidth(width * LEAST);
        column.setCellFactory(_ -> new TextCell<>(text, hover, styles));
        return column;
    }

    /** A column of texts that are never cut. */
    public static <S> TableColumn<S, S> whole(
            String title, double width, Function<S, String> text) {
        return whole(title, width, text, text);
    }

    /**
     * A column of texts that are never cut and say more on hover.
     *
     * @param hover the text shown then
     */
    public static <S> TableColumn<S, S> whole(
            String title, double width, Function<S, String> text, Function<S, String> hover) {
        return narrow(text(title, width, text, hover, "whole"));
    }

    /** A column of numbers, right-aligned like its title. */
    public static <S> TableColumn<S, S> number(
            String title, double width, Function<S, String> text) {
        TableColumn<S, S> column = narrow(text(title, width, text, text, "number", "whole"));
        column.getStyleClass().add("number");
        return column;
    }

    /** Keeps a column from growing or shrinking with the table. */
    private static <S> TableColumn<S, S> narrow(TableColumn<S, S> column) {
        column.setMinWidth(column.getPrefWidth());
        column.setMaxWidth(column.getPrefWidth() * 1.3);
        return column;
    }

    /** A column of badges, which are never cut. */
    public static <S> TableColumn<S, S> badge(
            String title, double width, Function<S, String> text, Function<S, String> tone) {
        TableColumn<S, S> column = column(title, width);
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            private final Badge badge = new Badge();
                            private final Fitting fitting = new Fitting(this, true);

                            {
                                getStyleClass().add("whole");
                            }

                            @Override
                            protected void layoutChildren() {
                                super.layoutChildren();
                                fitting.look();
                            }

                            @Override
                            protected void updateItem(@Nullable S row, boolean empty) {
                                super.updateItem(row, empty);
                                if (empty || row == null) {
                                    setGraphic(null);
                                } else {
                                    badge.show(VisibleText.of(text.apply(row)), tone.apply(row));
                                    setGraphic(badge);
                                }
                            }
                        });
        return column;
    }

    private static <S> TableColumn<S, S> column(String title, double width) {
        TableColumn<S, S> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
        return column;
    }

    /** Shows a text. */
    private static final class TextCell<S> extends TableCell<S, S> {
        private final Function<S, String> text;
        private final Function<S, String> hover;
        private final Fitting fitting;

        TextCell(Function<S, String> text, Function<S, String> hover, String... styles) {
            this.text = text;
            this.hover = hover;
            getStyleClass().addAll(styles);
            fitting = new Fitting(this, getStyleClass().contains("whole"));
            setOnMouseEntered(_ -> explain());
        }

        @Override
        protected void updateItem(@Nullable S row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : VisibleText.of(text.apply(row)));
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            fitting.look();
        }

        /** Creates the tooltip on hover: rows change faster than anyone reads them. */
        private void explain() {
            S row = getItem();
            String more = row == null ? "" : VisibleText.of(hover.apply(row));
            setTooltip(more.isEmpty() ? null : new Tooltip(more));
        }
    }
}
