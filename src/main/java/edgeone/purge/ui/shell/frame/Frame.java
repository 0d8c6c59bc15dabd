package edgeone.purge.ui.shell.frame;

import static edgeone.purge.ui.kit.Boxes.gap;
import static edgeone.purge.ui.kit.Boxes.growing;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;
import static edgeone.purge.ui.kit.Sparse.sparse;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.Dressing;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.notice.NoticePane;
import edgeone.purge.ui.shell.screen.Appearance;
import edgeone.purge.ui.shell.screen.Screen;
import edgeone.purge.ui.shell.session.Session;
import edgeone.purge.ui.shell.zone.ZonePicker;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The frame around a screen: top bar, banners, rail and status bar, in the account's colour. Built
 * anew when the language changes.
 */
public final class Frame {
    private final FrameModel model;
    private final Session session;
    private final Formats formats;
    private final List<Screen> screens;
    private final Navigator navigator;
    private final Appearance appearance;
    private final Dialogs dialogs;
    private final FileAsk files;
    private final ZonePicker zones;
    private final Rail rail;
    private final NoticePane notices;
    private final List<Part> parts = new ArrayList<>();
    private final StackPane place = new StackPane();
    private final HBox ends = styled(new HBox(), "top-bar-end");
    private final VBox banners = new VBox();
    private final BorderPane root = new BorderPane(place);
    private Subscription watching;

    /**
     * @param open opens a screen by its name
     */
    public Frame(
            FrameModel model,
            Formats formats,
            List<Screen> screens,
            Consumer<String> open,
            Navigator navigator,
            Appearance appearance,
            Dialogs dialogs,
            FileAsk files) {
        this.model = model;
        session = model.session();
        this.formats = formats;
        this.screens = screens;
        this.navigator = navigator;
        this.appearance = appearance;
        this.dialogs = dialogs;
        this.files = files;
        zones = new ZonePicker(session, formats, Dialogs.stylesheet());
        rail = new Rail(open);
        notices = new NoticePane(model.notices(), formats);
        place.setMinSize(0, 0);
        root.setPrefSize(1440, 900);
        root.setTop(new VBox(styled(new Region(), "account-strip"), topBar(), banners));
        root.setLeft(rail.root());
        root.setBottom(styled(new Region(), "status-bar"));
        watching = session.signedInProperty().subscribe(_ -> dress());
    }

    private Node topBar() {
        AccountChip chip = part(new AccountChip(session, formats, navigator));
        HBox slot = row(0, growing(zones));
        slot.setMinWidth(0);
        HBox.setHgrow(slot, Priority.SOMETIMES);
        return styled(
                sparse(
                        new HBox(
                                unsqueezed(label(formats.text("window.brand"), "strong")),
                                chip.root(),
                                slot,
                                gap(),
                                ends)),
                "top-bar");
    }

    /** Adds what the first frame of the window does without: all but the zones and the screen. */
    public void complete() {
        rail.fill(screens, formats);
        rail.addAtFoot(notices.root());
        ends.getChildren()
                .setAll(
                        part(new QuotaMeter(session, formats)).root(),
                        part(new AppearanceMenu(appearance, formats)).root());
        sparse(ends);
        banners.getChildren()
                .setAll(
                        part(new JournalBanner(model.runs(), formats, dialogs, files)).root(),
                        part(new LeftoversBanner(model.leftovers(), formats, navigator)).root());
        sparse(banners);
        root.setBottom(part(new StatusBar(model, formats, dialogs)).root());
        watching =
                watching.and(model.journal().troubleProperty().subscribe(this::showTrouble))
                        .and(model.leftovers().troubleProperty().subscribe(this::showTrouble));
    }

    private <P extends Part> P part(P part) {
        parts.add(part);
        return part;
    }

    public Parent root() {
        return root;
    }

    /** Shows the view of a screen. */
    public void show(String name, Parent view) {
        place.getChildren().setAll(view);
        rail.select(name);
    }

    /** Opens the list of zones. */
    public void openZones() {
        zones.open();
    }

    /** Stops listening to the model; the frame is not shown again. */
    public void close() {
        watching.unsubscribe();
        zones.close();
        notices.close();
        parts.forEach(Part::close);
    }

    private void dress() {
        root.setStyle(Dressing.style(session.colour(), formats.messages().language()));
    }

    private void showTrouble(@Nullable Exception trouble) {
        if (trouble != null) {
            dialogs.error(trouble);
        }
    }
}
