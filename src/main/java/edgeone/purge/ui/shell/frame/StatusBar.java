package edgeone.purge.ui.shell.frame;

import static edgeone.purge.ui.kit.Boxes.gap;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Sparse.sparse;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.release.RequestsLink;
import edgeone.purge.ui.release.RequestsModel;
import edgeone.purge.ui.shell.session.Link;
import edgeone.purge.ui.shell.session.Session;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/** The line at the bottom: the connection to EdgeOne, running jobs, and the size of the journal. */
final class StatusBar implements Part {
    private final FrameModel model;
    private final Session session;
    private final Formats formats;
    private final Dialogs dialogs;
    private final LinkText linkText;
    private final Region dot = styled(new Region(), "dot");
    private final Label link = named("linkText", new Label());
    private final Hyperlink details = named("linkDetails", new Hyperlink());
    private final Hyperlink again = named("linkAgain", new Hyperlink());
    private final Label clock = new Label();
    private final Label running = new Label();
    private final Label journal = new Label();
    private final TeamLine team;
    private final HBox root;
    private final @Nullable RequestsLink requests;
    private final Subscription watching;

    StatusBar(FrameModel model, Formats formats, Dialogs dialogs) {
        this.model = model;
        session = model.session();
        this.formats = formats;
        this.dialogs = dialogs;
        linkText = new LinkText(formats);
        team = new TeamLine(model.team(), formats);
        RequestsModel waiting = model.requests();
        requests = waiting == null ? null : new RequestsLink(waiting, formats, dialogs);
        root =
                styled(
                        new HBox(
                                sparse(row(6, dot, link, details, again)),
                                clock,
                                running,
                                team.label(),
                                gap(),
                                journal),
                        "status-bar");
        if (requests != null) {
            root.getChildren().add(root.getChildren().indexOf(running) + 1, requests.root());
        }
        sparse(root);
        details.setText(formats.text("window.link.details"));
        details.setOnAction(_ -> showTrouble());
        again.setText(formats.text("window.link.again"));
        again.setOnAction(_ -> session.refresh());
        showRunning();
        watching =
                session.linkProperty()
                        .subscribe(this::showLink)
                        .and(model.journal().jobsProperty().subscribe(this::showJournal))
                        .and(model.runs().active().subscribe(this::showRunning));
    }

    private void showLink(Link now) {
        boolean broken = now instanceof Link.Unreachable;
        toggle(details, broken);
        toggle(again, broken);
        dot.getStyleClass().removeAll("good", "bad");
        if (!(now instanceof Link.Connecting)) {
            dot.getStyleClass().add(broken ? "bad" : "good");
        }
        link.setText(linkText.of(now));
        clock.setText(linkText.clock(now));
    }

    private void showTrouble() {
        if (session.linkProperty().get() instanceof Link.Unreachable(Exception trouble)) {
            dialogs.error(trouble);
        }
    }

    private void showRunning() {
        running.setText(formats.text("window.running", model.runs().active().size()));
    }

    private void showJournal(Number jobs) {
        journal.setText(formats.text("window.journal", jobs));
    }

    @Override
    public HBox root() {
        return root;
    }

    @Override
    public void close() {
        watching.unsubscribe();
        if (requests != null) {
            requests.close();
        }
        team.close();
    }
}
