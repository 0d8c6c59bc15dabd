package edgeone.purge.ui.notice;

import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;

import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The jobs that ended, one card each; a click on a card opens its job. */
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
        Label title = line(texts.title(end), "strong");
        Label text = line(texts.text(end), "muted");
        Hyperlink show = link("actions.notice.show", () -> notices.open(end));
        show.getStyleClass().add("notice-open");
        show.setAccessibleText(String.join(". ", title.getText(), text.getText(), show.getText()));
        Hyperlink close = link("actions.notice.close", () -> notices.dismiss(end));
        close.setAccessibleText(close.getText() + ": " + title.getText());
        VBox card = new VBox(2, title, text, new HBox(12, show, close));
        card.getStyleClass().addAll("notice-card", JobEndTexts.tone(end));
        title.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> notices.open(end));
        text.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> notices.open(end));
        return card;
    }

    private static Label line(String text, String style) {
        Label line = Boxes.wrapped(text, style, "small");
        // A short window must not cut it.
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    private Hyperlink link(String text, Runnable run) {
        Hyperlink link = new Hyperlink(formats.text(text));
        link.getStyleClass().add("small");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(_ -> run.run());
        return link;
    }
}
