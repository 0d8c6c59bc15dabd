package edgeone.purge.ui.stats.chart;

import javafx.scene.chart.NumberAxis;
import javafx.util.StringConverter;

import java.util.function.DoubleFunction;

/** Axes of values. */
final class Axes {
    private Axes() {}

    static NumberAxis values(Scale scale, DoubleFunction<String> words) {
        NumberAxis axis = new NumberAxis(0, scale.upper(), scale.tick());
        axis.setAnimated(false);
        axis.setMinorTickVisible(false);
        axis.setTickMarkVisible(false);
        axis.setTickLabelFormatter(
                new StringConverter<>() {
                    @Override
                    public String toString(Number value) {
                        return words.apply(value.doubleValue());
                    }

                    @Override
                    public Number fromString(String text) {
                        throw new UnsupportedOperationException("nobody types at an axis");
                    }
                });
        return axis;
    }
}
