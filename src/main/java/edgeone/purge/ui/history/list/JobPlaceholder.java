package edgeone.purge.ui.history.list;

import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.table.ListPlaceholder;

import javafx.scene.Node;
import javafx.scene.control.Button;

import java.util.List;

/** What the table says without jobs. */
public final class JobPlaceholder {
    private JobPlaceholder() {}

    public static ListPlaceholder of(JobListModel model, Formats formats, Navigator navigator) {
        return new ListPlaceholder(
                formats,
                model.loadingProperty(),
                model.troubleProperty(),
                "window.history.loading",
                () -> none(model, formats, navigator));
    }

    private static List<Node> none(JobListModel model, Formats formats, Navigator navigator) {
        if (model.filters().any()) {
            return List.of(Boxes.label(formats.text("window.history.noMatch")));
        }
        Button start = new Button(formats.text("window.history.start"));
        start.setOnAction(_ -> navigator.open(new Place.Purge(null)));
        return List.of(
                Boxes.label(formats.text("window.history.empty"), "title"),
                Boxes.wrapped(formats.text("window.history.emptyTeach"), "muted"),
                start);
    }
}
