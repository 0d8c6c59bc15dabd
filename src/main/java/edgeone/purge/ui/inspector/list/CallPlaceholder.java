package edgeone.purge.ui.inspector.list;

import edgeone.purge.model.call.CallFilter;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.table.ListPlaceholder;

import javafx.scene.Node;

import java.util.List;

/** What the table says without calls. */
public final class CallPlaceholder {
    private CallPlaceholder() {}

    public static ListPlaceholder of(CallListModel model, Formats formats) {
        return new ListPlaceholder(
                formats,
                model.loadingProperty(),
                model.troubleProperty(),
                "inspector.loading",
                () -> none(model, formats));
    }

    private static List<Node> none(CallListModel model, Formats formats) {
        if (!model.filterProperty().get().equals(CallFilter.ALL)) {
            return List.of(Boxes.label(formats.text("inspector.noMatch")));
        }
        return List.of(
                Boxes.label(formats.text("inspector.empty"), "title"),
                Boxes.wrapped(formats.text("inspector.emptyTeach"), "muted"));
    }
}
