package edgeone.purge.ui.inspector.list;

import edgeone.purge.model.call.CallFilter;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.ErrorPane;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.util.List;

/** Shown where there are no calls to list: why not. */
public final class CallPlaceholder {
    private final CallListModel model;
    private final Formats formats;
    private final VBox root = Boxes.styled(new VBox(8), "empty");
    private final Subscription watching;

    public CallPlaceholder(CallListModel model, Formats formats) {
        this.model = model;
        this.formats = formats;
        watching =
                model.loadingProperty()
                        .subscribe(_ -> show())
                        .and(model.troubleProperty().subscribe(_ -> show()));
    }

    public Parent root() {
        return root;
    }

    public void close() {
        watching.unsubscribe();
    }

    private void show() {
        root.getChildren().setAll(parts());
    }

    private List<Node> parts() {
        Exception trouble = model.troubleProperty().get();
        if (trouble != null) {
            return List.of(new ErrorPane(formats.messages(), formats.trouble(trouble)));
        }
        if (model.loadingProperty().get()) {
            return List.of(Boxes.label(formats.text("inspector.loading")));
        }
        if (!model.filterProperty().get().equals(CallFilter.ALL)) {
            return List.of(Boxes.label(formats.text("inspector.noMatch")));
        }
        return List.of(
                Boxes.label(formats.text("inspector.empty"), "title"),
                Boxes.wrapped(formats.text("inspector.emptyTeach"), "muted"));
    }
}
