package edgeone.purge.ui.purge.doctor;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.targets.rules.Fold;
import edgeone.purge.targets.rules.Folding;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.purge.doctor.KeyDoctor.Folds;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Asks which directories to purge in place of URLs; none is chosen to begin with. */
final class FoldDialog {
    private final Formats formats;
    private final Dialogs dialogs;
    private final Folds folds;
    private final Map<String, CheckBox> boxes = new LinkedHashMap<>();
    private final Label said = named("fold-said", wrapped(""));

    FoldDialog(Formats formats, Dialogs dialogs, Folds folds) {
        this.formats = formats;
        this.dialogs = dialogs;
        this.folds = folds;
    }

    /**
     * Asks.
     *
     * @param chosen receives the directories; at least one
     */
    void ask(Consumer<List<String>> chosen) {
        VBox list = column(8);
        folds.folds().forEach(fold -> list.getChildren().add(row(fold)));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefViewportHeight(Math.min(280, folds.folds().size() * 48.0));
        VBox content = column(10, wrapped(formats.text("doctor.fold.what")), scroll, said);
        if (!folds.wholeJournal()) {
            content.getChildren().add(wrapped(formats.text("doctor.fold.newest"), "muted"));
        }
        ButtonType go = new ButtonType(formats.text("doctor.fold.go"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog =
                dialogs.dialog(formats.text("doctor.fold.title"), content, go, dialogs.cancel());
        dialog.getDialogPane().setPrefWidth(640);
        Button button = (Button) dialog.getDialogPane().lookupButton(go);
        button.setId("fold-go");
        boxes.values()
                .forEach(
                        box ->
                                box.selectedProperty()
                                        .subscribe(_ -> button.setDisable(count().isEmpty())));
        button.setOnAction(_ -> chosen.accept(count()));
        dialog.setOnShown(_ -> boxes.values().iterator().next().requestFocus());
        dialog.show();
    }

    private Node row(Fold fold) {
        CheckBox box = named("fold-" + boxes.size(), new CheckBox());
        box.setText(VisibleText.of(fold.directory()));
        box.setMnemonicParsing(false);
        box.getStyleClass().add("mono");
        box.setTooltip(new Tooltip(VisibleText.of(fold.directory())));
        String hits =
                formats.text("doctor.fold.hits", fold.urls(), fold.alsoInList(), fold.alsoPurged());
        box.setAccessibleText(box.getText() + ": " + hits);
        boxes.put(fold.directory(), box);
        Label what = label(hits, "muted", "small");
        VBox.setMargin(what, new Insets(0, 0, 0, 26));
        return column(0, box, what);
    }

    /** Says what the choice would leave out; returns the choice. */
    private List<String> count() {
        List<String> chosen =
                boxes.entrySet().stream()
                        .filter(e -> e.getValue().isSelected())
                        .map(Map.Entry::getKey)
                        .toList();
        int left = Folding.rest(folds.urls(), chosen).size();
        said.setText(
                formats.text(
                        "doctor.fold.said",
                        folds.urls().size() - left,
                        Folding.widest(chosen).size(),
                        left));
        return chosen;
    }
}
