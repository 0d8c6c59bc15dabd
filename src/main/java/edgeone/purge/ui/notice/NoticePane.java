package edgeone.purge.ui.notice;

import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;

import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The jobs that ended, one card each; a press on a card opens its job. */
public final class NoticePane {
    private final Notices notices;
    private final Formats formats;
    private final JobEndTexts texts;
    private final VBox cards = new VBox(8);
    private final Subscription watching;

    /** Held, as the list only knows it weakly. */
    private final ObservableList<JobEnd> shown;

    public NoticePane(Notices notices, Formats formats) {
        this.notices = notices;
        this.formats = formats;
        texts = new JobEndTexts(formats);
        shown = notices.shown();
        cards.setId("notices");
        cards.getStyleClass().add("notices");
        cards.setAccessibleText(formats.text("actions.notice.list"));
        watching = shown.subscribe(this::show);
        show();
    }

    public Node root() {
        return cards;
    }

    /** Stops listening; the pane is not shown again. */
    public void close() {
        watching.unsubscribe();
    }

    private void show() {
        cards.getChildren().setAll(shown.stream().map(this::card).toList());
        Boxes.toggle(cards, !shown.isEmpty());
    }

    private Node card(JobEnd end) {
        Label title = Boxes.wrapped(texts.title(end), "strong", "small");
        Label text = Boxes.wrapped(texts.text(end), "muted", "small");
        Button open = new Button();
        open.getStyleClass().setAll("notice-open");
        open.setGraphic(new VBox(2, title, text));
        open.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        open.setMaxWidth(Double.MAX_VALUE);
        open.setAccessibleText(
                String.join(
                        ". ",
                        title.getText(),
                        text.getText(),
                        formats.text("actions.notice.show")));
        open.setOnAction(_ -> notices.open(end));
        Hyperlink close = new Hyperlink(formats.text("actions.notice.close"));
        close.getStyleClass().add("small");
        close.setAccessibleText(close.getText() + ": " + title.getText());
        close.setOnAction(_ -> notices.dismiss(end));
        return Boxes.styled(new VBox(open, close), "notice-card", JobEndTexts.tone(end));
    }
}
