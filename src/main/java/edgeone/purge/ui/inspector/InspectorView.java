package edgeone.purge.ui.inspector;

import edgeone.purge.ui.inspector.list.CallFilterBar;
import edgeone.purge.ui.inspector.list.CallPlaceholder;
import edgeone.purge.ui.inspector.list.CallTable;
import edgeone.purge.ui.inspector.lookup.LookUpDialog;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.table.ListPlaceholder;
import edgeone.purge.ui.kit.table.TableLayouts;
import edgeone.purge.ui.shell.screen.ScreenView;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

/** The calls, and below them the one that is chosen. Looks for new ones while it is shown. */
final class InspectorView implements ScreenView {
    private static final Duration LOOK = Duration.seconds(1);

    private final VBox root = new VBox();
    private final ListPlaceholder placeholder;
    private final CallTable table;
    private final CallFilterBar filterBar;
    private final CallPane callPane;
    private final LookUpDialog lookUp;
    private final Timeline looking;
    private final Subscription shown;

    InspectorView(
            InspectorViewModel model,
            Formats formats,
            Navigator navigator,
            Dialogs dialogs,
            TableLayouts layouts) {
        placeholder = CallPlaceholder.of(model.list(), formats);
        table =
                new CallTable(
                        model.list(),
                        model.chosenProperty(),
                        model::choose,
                        formats,
                        layouts,
                        placeholder.root());
        table.offerCommand(
                (rows, line) -> model.commandLine(rows.getFirst(), line, dialogs::error),
                () ->
                        dialogs.say(
                                formats.text("actions.row.command"),
                                formats.text("inspector.noCommand")));
        lookUp =
                new LookUpDialog(
                        formats,
                        dialogs,
                        model.lookUp(),
                        model::reveal,
                        job -> navigator.open(new Place.History(job)));
        filterBar =
                new CallFilterBar(
                        model.list(), table, formats, model.list()::load, () -> lookUp.open(""));
        callPane = new CallPane(model, formats, navigator, lookUp::open);
        SplitPane split = new SplitPane(table.node(), callPane.root());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.45);
        VBox.setVgrow(split, Priority.ALWAYS);
        root.getStyleClass().add("screen");
        root.setMinWidth(0);
        root.getChildren().setAll(filterBar.root(), split);
        looking = new Timeline(new KeyFrame(LOOK, _ -> model.list().look()));
        looking.setCycleCount(Animation.INDEFINITE);
        shown =
                root.sceneProperty()
                        .subscribe(
                                scene -> {
                                    if (scene == null) {
                                        looking.stop();
                                    } else {
                                        looking.play();
                                    }
                                });
    }

    @Override
    public Parent root() {
        return root;
    }

    CallFilterBar filterBar() {
        return filterBar;
    }

    CallPane callPane() {
        return callPane;
    }

    void lookUp() {
        lookUp.open("");
    }

    @Override
    public void focus() {
        table.node().requestFocus();
    }

    @Override
    public void close() {
        shown.unsubscribe();
        looking.stop();
        filterBar.close();
        placeholder.close();
        table.close();
        callPane.close();
    }
}
