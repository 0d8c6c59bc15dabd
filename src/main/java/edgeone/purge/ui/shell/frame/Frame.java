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

import java.util.List;
import java.util.function.Consumer;

/**
 * The frame around a screen: top bar, banners, rail and status bar, in the account's colour. Built
 * anew when the language changes.
 */
public final class Frame {
    private final Session session;
    private final Formats formats;
    private final Dialogs dialogs;
    private final ZonePicker zones;
    private final Rail rail;
    private final NoticePane notices;
    private final List<Part> parts;
    private final StackPane place = new StackPane();
    private final BorderPane root = new BorderPane(place);
    private final Subscription watching;

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
        session = model.session();
        this.formats = formats;
        this.dialogs = dialogs;
        zones = new ZonePicker(session, formats, Dialogs.stylesheet());
        rail = new Rail(screens, open, formats);
        AccountChip chip = new AccountChip(session, formats, navigator);
        QuotaMeter quota = new QuotaMeter(session, formats);
        AppearanceMenu menu = new AppearanceMenu(appearance, formats);
        JournalBanner journal = new JournalBanner(model.runs(), formats, dialogs, files);
        LeftoversBanner leftovers = new LeftoversBanner(model.leftovers(), formats, navigator);
        StatusBar status = new StatusBar(model, formats, dialogs);
        notices = new NoticePane(model.notices(), formats);
        parts = List.of(chip, quota, menu, journal, leftovers, status);
        place.setMinSize(0, 0);
        root.setPrefSize(1440, 900);
        root.setTop(
                sparse(
                        new VBox(
                                styled(new Region(), "account-strip"),
                                topBar(chip, quota, menu),
                                journal.root(),
                                leftovers.root())));
        rail.addAtFoot(notices.root());
        root.setLeft(rail.root());
        root.setBottom(status.root());
        watching =
                session.signedInProperty()
                        .subscribe(_ -> dress())
                        .and(model.journal().troubleProperty().subscribe(this::showTrouble))
                        .and(model.leftovers().troubleProperty().subscribe(this::showTrouble));
    }

    private Node topBar(AccountChip chip, QuotaMeter quota, AppearanceMenu menu) {
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
                                quota.root(),
                                menu.root())),
                "top-bar");
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
