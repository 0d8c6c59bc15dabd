package edgeone.purge.ui.kit.table;

import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.ErrorPane;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Supplier;

/** What a table without rows says: why reading failed, that it is reading, or what to do. */
public final class ListPlaceholder {
    private final Formats formats;
    private final ReadOnlyBooleanProperty loading;
    private final ReadOnlyObjectProperty<@Nullable Exception> trouble;
    private final String loadingKey;
    private final Supplier<List<Node>> none;
    private final VBox root = Boxes.styled(new VBox(), "empty");
    private final Subscription watching;

    /**
     * @param loadingKey the text while it is read
     * @param none what is said if there are no rows; asked each time
     */
    public ListPlaceholder(
            Formats formats,
            ReadOnlyBooleanProperty loading,
            ReadOnlyObjectProperty<@Nullable Exception> trouble,
            String loadingKey,
            Supplier<List<Node>> none) {
        this.formats = formats;
        this.loading = loading;
        this.trouble = trouble;
        this.loadingKey = loadingKey;
        this.none = none;
        watching = loading.subscribe(_ -> show()).and(trouble.subscribe(_ -> show()));
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
        Exception failed = trouble.get();
        if (failed != null) {
            return List.of(new ErrorPane(formats.messages(), formats.trouble(failed)));
        }
        return loading.get() ? List.of(Boxes.label(formats.text(loadingKey))) : none.get();
    }
}
