package edgeone.purge.ui.purge.form;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.growing;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Sparse.sparse;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.shell.session.Session;

import javafx.scene.Node;

import java.util.List;

/** Why the purge is made, and what is done before and after it. */
public final class AroundChoice implements FormPart {
    private final NoteField note;
    private final List<UrlTick> ticks;
    private final OriginRow origin;
    private final Node root;

    public AroundChoice(Formats formats, Session session, PurgeForm form) {
        AroundForm around = form.around();
        note = new NoteField(formats, form);
        UrlTick checks =
                new UrlTick(
                        session,
                        "origin-check",
                        formats.text("window.purge.checkOrigin"),
                        formats.text("window.purge.checkOriginHint"),
                        around.originProperty());
        UrlTick warms =
                new UrlTick(
                        session,
                        "then-prefetch",
                        formats.text("window.purge.thenPrefetch"),
                        formats.text("window.purge.thenPrefetchHint"),
                        around.thenPrefetchProperty());
        UrlTick verifies =
                new UrlTick(
                        session,
                        "verify",
                        formats.text("window.purge.verify"),
                        formats.text("window.purge.verifyHint"),
                        around.verifyProperty());
        ticks = List.of(checks, warms, verifies);
        origin = new OriginRow(formats, session, around);
        root =
                sparse(
                        column(
                                8,
                                sparse(
                                        row(
                                                14,
                                                growing(note.root()),
                                                checks.box(),
                                                warms.box(),
                                                verifies.box())),
                                origin.root()));
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void lock(boolean locked) {
        note.lock(locked);
        ticks.forEach(tick -> tick.box().setDisable(locked));
        origin.root().setDisable(locked);
    }

    @Override
    public void close() {
        note.close();
        ticks.forEach(UrlTick::close);
        origin.close();
    }
}
