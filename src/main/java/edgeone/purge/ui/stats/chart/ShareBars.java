package edgeone.purge.ui.stats.chart;

import edgeone.purge.ui.kit.Boxes;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.List;

/** Texts with a bar and a count each, the longest bar as wide as there is room. */
public final class ShareBars extends GridPane {
    private static final double TEXT_PERCENT = 52;

    /** A row. */
    public record Share(String text, long count, String counted) {}

    public ShareBars(List<Share> shares, String colour) {
        getStyleClass().add("share-bars");
        ColumnConstraints text = new ColumnConstraints();
        text.setPercentWidth(TEXT_PERCENT);
        ColumnConstraints bar = new ColumnConstraints(20, 20, Double.MAX_VALUE);
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints count = new ColumnConstraints();
        count.setHalignment(HPos.RIGHT);
        count.setMinWidth(Region.USE_PREF_SIZE);
        getColumnConstraints().setAll(text, bar, count);
        long most = shares.stream().mapToLong(Share::count).max().orElse(1);
        int row = 0;
        for (Share share : shares) {
            Label words = Boxes.styled(new Label(share.text()), "elastic");
            words.setTooltip(new Tooltip(share.text()));
            addRow(
                    row++,
                    words,
                    new Bar((double) share.count() / most, colour),
                    Boxes.unsqueezed(new Label(share.counted())));
        }
    }

    /** As wide as its share of the room. */
    private static final class Bar extends Region {
        private final Region filled = new Region();
        private final double share;

        Bar(double share, String colour) {
            this.share = share;
            filled.getStyleClass().add("share-bar");
            filled.setStyle("-fx-background-color: " + colour + ";");
            getChildren().add(filled);
            setMinHeight(12);
            setPrefHeight(12);
            setMaxHeight(12);
        }

        @Override
        protected void layoutChildren() {
            filled.resizeRelocate(0, 0, Math.max(2, getWidth() * share), getHeight());
        }
    }
}
