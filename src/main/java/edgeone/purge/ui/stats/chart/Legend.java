package edgeone.purge.ui.stats.chart;

import edgeone.purge.ui.kit.Boxes;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

import java.util.List;

/** Says in words what the colours of a picture mean. */
final class Legend extends FlowPane {
    private static final double LINE = 22;

    Legend(List<Figure.Key> keys) {
        super(14, 2);
        getStyleClass().add("legend");
        for (Figure.Key key : keys) {
            Label name = new Label(key.name(), mark(key));
            name.setGraphicTextGap(6);
            name.getStyleClass().add("small");
            getChildren().add(Boxes.unsqueezed(name));
        }
        Boxes.toggle(this, !keys.isEmpty());
    }

    private static Node mark(Figure.Key key) {
        return switch (key.mark()) {
            case BAR -> {
                Region swatch = Boxes.styled(new Region(), "legend-swatch");
                swatch.setStyle("-fx-background-color: " + key.colour() + ";");
                yield swatch;
            }
            case LINE -> line(key, "whole-line");
            case DASHES -> line(key, "dashed-line");
        };
    }

    private static Node line(Figure.Key key, String style) {
        Line line = Boxes.styled(new Line(0, 0, LINE, 0), "legend-line", style);
        line.setStyle("-fx-stroke: " + key.colour() + ";");
        return line;
    }
}
