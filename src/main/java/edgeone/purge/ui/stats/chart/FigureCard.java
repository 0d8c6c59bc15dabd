package edgeone.purge.ui.stats.chart;

import static edgeone.purge.ui.kit.Boxes.gap;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;

import edgeone.purge.ui.kit.Formats;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/** A figure with its buttons: as a picture or as a table, saved as the one or the other. */
public final class FigureCard extends VBox {
    private final Formats formats;
    private final HBox heading = row(6);
    private final Label title = label("", "strong");
    private final Label says = label("", "muted", "small");
    private final StackPane legend = new StackPane();
    private final StackPane content = new StackPane();
    private final ToggleButton asTable = new ToggleButton();
    private final Button png = new Button();
    private final Button csv = new Button();
    private @Nullable Figure shown;

    /**
     * @param id see {@link Figure#id()}
     * @param more what else can be chosen
     */
    public FigureCard(
            String id,
            Formats formats,
            Consumer<Figure> toPng,
            Consumer<Figure> toCsv,
            Node... more) {
        super(4);
        this.formats = formats;
        getStyleClass().addAll("card", "figure");
        setId("stats-" + id);
        asTable.setText(formats.text("stats.table"));
        png.setText(formats.text("stats.png"));
        csv.setText(formats.text("stats.csv"));
        heading.getChildren().addAll(title, gap());
        heading.getChildren().addAll(more);
        for (ButtonBase button : new ButtonBase[] {asTable, png, csv}) {
            button.getStyleClass().add("compact");
            heading.getChildren().add(unsqueezed(button));
        }
        asTable.setId("stats-" + id + "-table");
        png.setId("stats-" + id + "-png");
        csv.setId("stats-" + id + "-csv");
        asTable.setOnAction(_ -> draw());
        png.setOnAction(_ -> with(toPng));
        csv.setOnAction(_ -> with(toCsv));
        title.setMinWidth(Region.USE_PREF_SIZE);
        content.setMinHeight(0);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(heading, says, legend, content);
    }

    private void with(Consumer<Figure> action) {
        if (shown != null) {
            action.accept(shown);
        }
    }

    /** Shows a figure in place of the one before. */
    public void show(Figure figure) {
        shown = figure;
        title.setText(figure.title());
        says.setText(figure.says());
        says.setTooltip(new Tooltip(figure.says()));
        asTable.setAccessibleText(formats.text("stats.table-of", figure.title()));
        png.setAccessibleText(formats.text("stats.png-of", figure.title()));
        csv.setAccessibleText(formats.text("stats.csv-of", figure.title()));
        png.setTooltip(new Tooltip(png.getAccessibleText()));
        csv.setTooltip(new Tooltip(csv.getAccessibleText()));
        png.setDisable(figure.isEmpty());
        csv.setDisable(figure.isEmpty());
        draw();
    }

    private void draw() {
        Figure figure = shown;
        if (figure == null) {
            return;
        }
        boolean table = asTable.isSelected() && !figure.isEmpty();
        legend.getChildren().setAll(new Legend(table ? List.of() : figure.legend()));
        content.getChildren()
                .setAll(
                        figure.isEmpty()
                                ? label(formats.text("stats.nothing"), "muted")
                                : table ? new FigureTable(figure) : picture(figure));
    }

    private static Node picture(Figure figure) {
        Region picture = figure.picture().get();
        picture.setId("stats-" + figure.id() + "-picture");
        picture.setAccessibleText(figure.title() + ". " + figure.says());
        picture.setMinSize(0, 0);
        return picture;
    }
}
