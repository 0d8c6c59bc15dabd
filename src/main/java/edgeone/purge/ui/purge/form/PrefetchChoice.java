package edgeone.purge.ui.purge.form;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.model.PrefetchOptions.Mode;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.OneOf;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.shell.session.Session;
import edgeone.purge.ui.shortcuts.Keys;
import edgeone.purge.ui.shortcuts.WindowAction;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** How to prefetch: mode, headers and media segments, with what each costs. For prefetches only. */
public final class PrefetchChoice implements FormPart {
    private static final int HEADER_ROWS = 2;

    private final Formats formats;
    private final PrefetchForm form;
    private final RadioButton plain = named("prefetch-default", new RadioButton());
    private final RadioButton edge = named("prefetch-edge", new RadioButton());
    private final CheckBox segments = named("prefetch-segments", new CheckBox());
    private final TextArea headers = named("prefetch-headers", new TextArea());
    private final Label cost = named("prefetch-cost", wrapped("", "muted", "type-line"));
    private final VBox root;
    private final Subscription watching;

    public PrefetchChoice(Formats formats, Session session, PrefetchForm form) {
        this.formats = formats;
        this.form = form;
        Words words = new Words(formats.messages());
        plain.setText(words.mode(Mode.DEFAULT));
        edge.setText(words.mode(Mode.EDGE));
        segments.setText(formats.text("window.prefetch.segments"));
        segments.selectedProperty().bindBidirectional(form.mediaSegmentsProperty());
        headers.setPromptText(formats.text("window.prefetch.headersHint"));
        headers.setPrefRowCount(HEADER_ROWS);
        headers.setMinHeight(HEADER_ROWS * 26.0);
        headers.textProperty().bindBidirectional(form.headersProperty());
        // A tab is no part of a header; it would keep the focus here.
        Keys.before(
                headers,
                WindowAction.NEXT_FIELD,
                () -> headers.requestFocusTraversal(TraversalDirection.NEXT));
        Keys.before(
                headers,
                WindowAction.PREVIOUS_FIELD,
                () -> headers.requestFocusTraversal(TraversalDirection.PREVIOUS));
        OneOf<Mode> group = new OneOf<>(form.modeProperty()::set);
        group.add(plain, Mode.DEFAULT);
        group.add(edge, Mode.EDGE);
        HBox choices = row(14, plain, edge, segments);
        choices.setMinHeight(28);
        root =
                column(
                        6,
                        label(formats.text("window.prefetch.how"), "muted"),
                        choices,
                        cost,
                        Titles.of(formats.text("window.prefetch.headers"), headers),
                        headers);
        watching =
                session.typeProperty()
                        .subscribe(type -> toggle(root, type.isPrefetch()))
                        .and(form.modeProperty().subscribe(_ -> show()))
                        .and(form.mediaSegmentsProperty().subscribe(_ -> show()));
    }

    private void show() {
        boolean atEdge = form.modeProperty().get() == Mode.EDGE;
        (atEdge ? edge : plain).setSelected(true);
        String said = formats.text(atEdge ? "window.prefetch.edgeCost" : "window.prefetch.cost");
        cost.setText(
                form.mediaSegmentsProperty().get()
                        ? said + " " + formats.text("window.prefetch.segmentsCost")
                        : said);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void lock(boolean locked) {
        plain.setDisable(locked);
        edge.setDisable(locked);
        segments.setDisable(locked);
        headers.setDisable(locked);
    }

    @Override
    public void close() {
        watching.unsubscribe();
        segments.selectedProperty().unbindBidirectional(form.mediaSegmentsProperty());
        headers.textProperty().unbindBidirectional(form.headersProperty());
    }
}
