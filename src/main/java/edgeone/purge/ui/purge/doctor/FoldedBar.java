package edgeone.purge.ui.purge.doctor;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.ui.kit.Formats;

import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Consumer;

/** Says what was folded, and brings back what was there before or what is left. */
final class FoldedBar {
    private final Formats formats;
    private final Consumer<List<String>> take;
    private final Label said = named("folded-said", wrapped(""));
    private final Hyperlink back = named("fold-back", new Hyperlink());
    private final Hyperlink rest = named("fold-rest", new Hyperlink());
    private final VBox root = column(2, said, new FlowPane(10, 2, back, rest));

    /**
     * @param take takes URLs into the form in place of the directories
     */
    FoldedBar(Formats formats, Consumer<List<String>> take) {
        this.formats = formats;
        this.take = take;
        toggle(root, false);
    }

    Parent root() {
        return root;
    }

    /**
     * Says what was folded.
     *
     * @param before the lines as they were
     * @param left the URLs that are in none of the directories
     */
    void show(List<String> before, List<String> left, int folded, int directories) {
        said.setText(formats.text("doctor.folded", folded, directories, left.size()));
        back.setText(formats.text("doctor.back"));
        back.setOnAction(_ -> leave(before));
        rest.setText(formats.text("doctor.rest", left.size()));
        rest.setOnAction(_ -> leave(left));
        toggle(rest, !left.isEmpty());
        toggle(root, true);
    }

    private void leave(List<String> urls) {
        toggle(root, false);
        take.accept(urls);
    }
}
