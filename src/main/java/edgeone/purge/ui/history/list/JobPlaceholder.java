package edgeone.purge.ui.history.list;

import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.ErrorPane;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.util.List;

/** What a table without jobs says: that it is loading, why it failed, or what to do. */
public final class JobPlaceholder {
    private final JobListModel model;
    private final Formats formats;
    private final Navigator navigator;
    private final VBox root = Boxes.styled(new VBox(), "empty");
    private final Subscription watching;

    public JobPlaceholder(JobListModel model, Formats formats, Navigator navigator) {
        this.model = model;
        this.formats = formats;
        this.navigator = navigator;
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
            return List.of(Boxes.label(formats.text("window.history.loading")));
        }
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
