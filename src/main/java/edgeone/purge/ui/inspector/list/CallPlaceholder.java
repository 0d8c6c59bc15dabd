package edgeone.purge.ui.inspector.list;

import edgeone.purge.model.call.CallFilter;
import edgeone.purge.teo.error.PastedError;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.table.ListPlaceholder;

import javafx.scene.Node;

import java.util.List;
import java.util.Optional;

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
        CallFilter filter = model.filterProperty().get();
        Optional<String> requestId = PastedError.requestIdIn(filter.text());
        if (requestId.isPresent() && filter.equals(CallFilter.ALL.withText(filter.text()))) {
            return List.of(
                    Boxes.label(formats.text("inspector.noRequestId"), "title"),
                    Boxes.wrapped(formats.text("api.request.none", requestId.get()), "muted"));
        }
        if (!filter.equals(CallFilter.ALL)) {
            return List.of(Boxes.label(formats.text("inspector.noMatch")));
        }
        return List.of(
                Boxes.label(formats.text("inspector.empty"), "title"),
                Boxes.wrapped(formats.text("inspector.emptyTeach"), "muted"));
    }
}
