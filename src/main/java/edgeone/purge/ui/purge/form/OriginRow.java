package edgeone.purge.ui.purge.form;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;

import edgeone.purge.engine.origin.OldBytes;
import edgeone.purge.engine.origin.OriginOrder;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.shell.session.Session;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

import java.util.List;

/**
 * Where the origin is asked before the purge, and what is done if it has nothing new. Shown while
 * that is ticked; its controls are made the first time.
 */
final class OriginRow {
    private final Formats formats;
    private final AroundForm form;
    private final HBox root = new HBox(8);
    private final Subscription watching;

    OriginRow(Formats formats, Session session, AroundForm form) {
        this.formats = formats;
        this.form = form;
        root.setAlignment(Pos.CENTER_LEFT);
        watching =
                session.typeProperty()
                        .subscribe(_ -> show())
                        .and(form.originProperty().subscribe(_ -> show()));
    }

    private void show() {
        boolean shown = form.asksOrigin();
        if (shown && root.getChildren().isEmpty()) {
            fill();
        }
        toggle(root, shown);
    }

    private void fill() {
        TextField place = named("origin-place", new TextField());
        place.setPromptText(formats.text("window.origin.placeHint"));
        place.setAccessibleHelp(formats.text("window.origin.placeHint"));
        place.textProperty().bindBidirectional(form.placeProperty());
        place.textProperty()
                .subscribe(text -> Fields.mark(place, !text.isBlank() && form.lacksOrigin()));
        place.setMinWidth(120);
        HBox.setHgrow(place, Priority.ALWAYS);
        ComboBox<OldBytes> old = named("origin-old", new ComboBox<>());
        Fields.offer(old, List.of(OldBytes.values()), this::words);
        old.setAccessibleText(formats.text("window.origin.old"));
        old.valueProperty().bindBidirectional(form.oldProperty());
        root.getChildren()
                .setAll(
                        title("window.origin.place", place),
                        place,
                        title("window.origin.old", old),
                        unsqueezed(old));
    }

    private Label title(String key, Node of) {
        return unsqueezed(Titles.of(formats.text(key), of));
    }

    private String words(OldBytes choice) {
        return formats.text(
                "window.origin.old." + choice.name(), OriginOrder.STANDARD_PATIENCE.toMinutes());
    }

    HBox root() {
        return root;
    }

    void close() {
        watching.unsubscribe();
    }
}
