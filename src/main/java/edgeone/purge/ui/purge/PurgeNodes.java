package edgeone.purge.ui.purge;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.growing;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.ui.kit.Formats;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What the form of a purge is made of, and where it stands. */
final class PurgeNodes {
    private static final double CARD_WIDTH = 460;

    final HBox types = new HBox();
    final Label typeLine = label("", "muted", "type-line");
    final RadioButton invalidate = new RadioButton();
    final RadioButton delete = new RadioButton();
    final HBox methods = row(14, invalidate, delete);
    final Label methodLine = label("", "muted", "type-line");
    final TextField domains = new TextField();
    final VBox domainsBox;
    final TargetEditor editor = new TargetEditor();
    final Label wholeZoneTitle = wrapped("", "title");
    final VBox wholeZone;
    final IntakeBar intake;
    final Button open = named("open", unsqueezed(new Button()));
    final Label reason = named("reason", growing(wrapped("", "muted")));
    final Button keep = unsqueezed(named("keep", new Button()));
    final Button go = unsqueezed(named("go", new Button()));
    final VBox sideContent = styled(new VBox(), "side-content");
    final ScrollPane side = styled(new ScrollPane(sideContent), "side");
    final HBox root;

    PurgeNodes(Formats formats) {
        invalidate.setText(formats.text("window.method.invalidate"));
        delete.setText(formats.text("window.method.delete"));
        domains.setPromptText(formats.text("window.purge.domainsHint"));
        open.setText(formats.text("window.purge.open"));
        keep.setText(formats.text("window.purge.keep"));
        methods.setMinHeight(28);
        reason.setMaxWidth(Double.MAX_VALUE);
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        domainsBox = column(4, title(formats.text("window.purge.domains"), domains), domains);
        wholeZone = styled(column(0, wholeZoneTitle, explained(formats)), "card", "empty");
        intake = new IntakeBar(formats);
        StackPane targets = new StackPane(editor, wholeZone);
        targets.setMinHeight(120);
        VBox.setVgrow(targets, Priority.ALWAYS);
        VBox form =
                styled(
                        growing(
                                new VBox(
                                        choices(formats),
                                        domainsBox,
                                        targets,
                                        intake.root(),
                                        row(12, open, reason, keep, go))),
                        "form");
        form.setMinWidth(0);
        root = styled(new HBox(form, side), "screen");
    }

    private Node choices(Formats formats) {
        return new FlowPane(
                28,
                8,
                column(6, title(formats.text("window.purge.what"), types), types, typeLine),
                column(6, title(formats.text("window.purge.how"), methods), methods, methodLine));
    }

    private static Label title(String text, Node of) {
        Label title = label(text, "muted");
        title.setLabelFor(of);
        return title;
    }

    private static Label explained(Formats formats) {
        Label label = wrapped(formats.text("window.purge.wholeZone"), "muted");
        label.setMaxWidth(CARD_WIDTH);
        label.setTextAlignment(TextAlignment.CENTER);
        return label;
    }
}
