package edgeone.purge.ui.purge.plan;

import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.engine.plan.NextPrefetch;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.text.NextPrefetchText;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.purge.form.AroundForm;
import edgeone.purge.ui.shell.session.Session;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Subscription;

/** What the prefetch after the purge will cost, while one is to follow. */
public final class ThenLine {
    private static final String BAD = "warning-text";

    private final Label line = named("plan-then-prefetch", wrapped(""));
    private final NextPrefetchText texts;
    private final Session session;
    private final Planning planning;
    private final AroundForm form;
    private final Subscription watching;

    public ThenLine(Formats formats, Session session, Planning planning, AroundForm form) {
        this.session = session;
        this.planning = planning;
        this.form = form;
        texts = new NextPrefetchText(formats.messages());
        watching =
                planning.reviewProperty()
                        .subscribe(_ -> show())
                        .and(session.factsProperty().subscribe(_ -> show()))
                        .and(form.listen(this::show));
    }

    private void show() {
        Review review = planning.reviewProperty().get();
        ZoneFacts facts = session.factsProperty().get();
        boolean shown =
                review != null
                        && facts != null
                        && review.plan().sendable()
                        && form.thenPrefetches();
        toggle(line, shown);
        if (shown && review != null && facts != null) {
            NextPrefetch next = NextPrefetch.of(review.plan(), facts.quotas());
            line.setText(texts.of(next));
            line.getStyleClass().remove(BAD);
            if (next.unmade() != null) {
                line.getStyleClass().add(BAD);
            }
        }
    }

    Node node() {
        return line;
    }

    public void close() {
        watching.unsubscribe();
    }
}
