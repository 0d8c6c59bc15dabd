package edgeone.purge.ui.team;

import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.shell.screen.ScreenView;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

import java.util.List;

/**
 * How the team's database stands, its address, its schema, and the time for a second person. While
 * it is in sight, what waits is counted every second, and the database asked from time to time.
 */
final class TeamView implements ScreenView {
    /** Width of the labels, in pixels. */
    static final double NAMES_WIDTH = 150;

    private static final double WIDTH = 820;
    private static final Duration COUNT = Duration.seconds(1);

    /** How many counts there are for each look at the database. */
    private static final int LOOK = 15;

    private final ScrollPane root;
    private final FormPane form;
    private final List<SaidLine> lines;
    private final Timeline ticking;
    private int counts;
    private final Subscription watching;

    TeamView(TeamViewModel model, Formats formats, Dialogs dialogs, FileAsk files) {
        SaidLine ofStatus = new SaidLine(Said.Part.STATUS, model, formats);
        SaidLine ofForm = new SaidLine(Said.Part.FORM, model, formats);
        SaidLine ofSchema = new SaidLine(Said.Part.SCHEMA, model, formats);
        SaidLine ofRelease = new SaidLine(Said.Part.RELEASE, model, formats);
        lines = List.of(ofStatus, ofForm, ofSchema, ofRelease);
        StatusPane status = new StatusPane(model, formats, dialogs);
        form = new FormPane(model, formats, ofForm.root());
        Node standing = card(formats, "team.window.status", status, ofStatus.root());
        ReleasePane minutes = new ReleasePane(model, formats);
        VBox release = card(formats, "team.window.release", minutes, ofRelease.root());
        VBox cards =
                styled(
                        new VBox(
                                standing,
                                card(formats, "team.window.database", form),
                                card(
                                        formats,
                                        "team.window.schema",
                                        new SchemaPane(model, formats, files),
                                        ofSchema.root()),
                                release),
                        "screen");
        cards.setMaxWidth(WIDTH);
        root = styled(new ScrollPane(cards), "side");
        root.setId("team");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setPrefWidth(WIDTH);
        ticking = new Timeline(new KeyFrame(COUNT, _ -> tick(model)));
        ticking.setCycleCount(Animation.INDEFINITE);
        watching =
                root.sceneProperty()
                        .subscribe(
                                scene -> {
                                    ticking.stop();
                                    if (scene != null) {
                                        model.load();
                                        ticking.play();
                                    }
                                })
                        .and(
                                model.settingProperty()
                                        .subscribe(
                                                set -> {
                                                    toggle(release, set != null);
                                                    minutes.show(set);
                                                }))
                        .and(status.watching())
                        .and(form.watching());
    }

    private void tick(TeamViewModel model) {
        counts++;
        if (counts % LOOK == 0) {
            model.lookAgain();
        } else {
            model.count();
        }
    }

    private static VBox card(Formats formats, String title, Node... content) {
        VBox card = styled(new VBox(label(formats.text(title), "title")), "card");
        card.getChildren().addAll(content);
        return card;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        form.focus();
    }

    @Override
    public void close() {
        ticking.stop();
        watching.unsubscribe();
        form.forget();
        lines.forEach(SaidLine::close);
    }
}
