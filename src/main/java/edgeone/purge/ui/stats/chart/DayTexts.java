package edgeone.purge.ui.stats.chart;

import javafx.geometry.Bounds;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import java.time.LocalDate;
import java.util.Arrays;

/** The days below the axis of a chart, as many as there is room for. */
final class DayTexts extends Region {
    private static final double APART = 12;

    /** From one text to the next, in rows; beyond, multiples of the last. */
    private static final int[] STEPS = {1, 2, 7, 14, 28};

    private final CategoryAxis axis;
    private final Days days;

    DayTexts(CategoryAxis axis, Days days) {
        this.axis = axis;
        this.days = days;
        getStyleClass().add("day-texts");
        setMinHeight(USE_PREF_SIZE);
        for (LocalDate day : days.all()) {
            Label text = new Label(days.text(day));
            text.setManaged(false);
            text.setMinWidth(USE_PREF_SIZE);
            getChildren().add(text);
        }
        axis.categorySpacingProperty().subscribe(this::requestLayout);
        axis.layoutXProperty().subscribe(this::requestLayout);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + widest().prefHeight(-1) + snappedBottomInset();
    }

    private Label widest() {
        return (Label) getChildren().getLast();
    }

    @Override
    protected void layoutChildren() {
        double width = widest().prefWidth(-1);
        double height = widest().prefHeight(-1);
        int step = step((width + APART) / Math.max(0.1, axis.getCategorySpacing()));
        Bounds axisHere = sceneToLocal(axis.localToScene(axis.getLayoutBounds()));
        for (int i = 0; i < getChildren().size(); i++) {
            Label text = (Label) getChildren().get(i);
            double middle =
                    axisHere.getMinX() + axis.getDisplayPosition(Days.key(days.all().get(i)));
            text.setVisible(i % step == 0 && middle + width / 2 <= getWidth());
            text.resizeRelocate(
                    snapPositionX(middle - width / 2), snappedTopInset(), width, height);
        }
    }

    private static int step(double least) {
        return Arrays.stream(STEPS)
                .filter(step -> step >= least)
                .findFirst()
                .orElseGet(() -> (int) Math.ceil(least / 28) * 28);
    }
}
