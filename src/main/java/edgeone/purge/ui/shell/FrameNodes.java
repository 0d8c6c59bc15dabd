package edgeone.purge.ui.shell;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.gap;
import static edgeone.purge.ui.kit.Boxes.growing;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.unsqueezed;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.ui.kit.Formats;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/** What the frame is made of, and where it stands. */
final class FrameNodes {
    final Button chip = unsqueezed(named("account-chip", styled(new Button(), "account-chip")));
    final HBox zoneSlot = row(0);
    final Label quotaName = unsqueezed(label("", "muted", "small"));
    final Label quotaLeft = unsqueezed(label("", "small"));
    final ProgressBar quotaBar = styled(new ProgressBar(), "bar");
    final VBox quota = unsqueezed(column(4, new HBox(8, quotaName, gap(), quotaLeft), quotaBar));
    final MenuButton menu = unsqueezed(named("menu", new MenuButton()));
    final Label bannerText = named("bannerText", growing(wrapped("")));
    final Button bannerYes = named("bannerYes", unsqueezed(new Button()));
    final Button bannerShow = unsqueezed(new Button());
    final Button bannerNo = named("bannerNo", unsqueezed(new Button()));
    final HBox banner =
            named(
                    "banner",
                    styled(
                            new HBox(
                                    new FontIcon("fth-alert-circle"),
                                    bannerText,
                                    bannerYes,
                                    bannerShow,
                                    bannerNo),
                            "banner"));
    final VBox journalSlot = new VBox();
    final VBox rail = styled(new VBox(), "rail");
    final StackPane place = new StackPane();
    final Region linkDot = styled(new Region(), "dot");
    final Label linkText = named("linkText", new Label());
    final Hyperlink linkDetails = named("linkDetails", new Hyperlink());
    final Hyperlink linkAgain = named("linkAgain", new Hyperlink());
    final Label clockText = new Label();
    final Label runningText = new Label();
    final Label journalText = new Label();
    final BorderPane root = new BorderPane(place);

    FrameNodes(Formats formats) {
        bannerShow.setText(formats.text("window.leftovers.show"));
        linkDetails.setText(formats.text("window.link.details"));
        linkAgain.setText(formats.text("window.link.again"));
        chip.setGraphic(styled(new Region(), "dot"));
        menu.setGraphic(new FontIcon("fth-settings"));
        zoneSlot.setMinWidth(0);
        HBox.setHgrow(zoneSlot, Priority.SOMETIMES);
        quota.setMaxWidth(260);
        quota.setAlignment(Pos.CENTER_LEFT);
        place.setMinSize(0, 0);
        root.setPrefSize(1440, 900);
        root.setTop(
                new VBox(
                        styled(new Region(), "account-strip"),
                        topBar(formats.text("window.brand")),
                        journalSlot,
                        banner));
        root.setLeft(rail);
        root.setBottom(statusBar());
    }

    private Node topBar(String brand) {
        return styled(
                new HBox(unsqueezed(label(brand, "strong")), chip, zoneSlot, gap(), quota, menu),
                "top-bar");
    }

    private Node statusBar() {
        return styled(
                new HBox(
                        row(6, linkDot, linkText, linkDetails, linkAgain),
                        clockText,
                        runningText,
                        gap(),
                        journalText),
                "status-bar");
    }
}
