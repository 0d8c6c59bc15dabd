package bare;

import atlantafx.base.theme.PrimerLight;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

/** The minimum cost of a start: one window with four kinds of controls and nothing behind them. */
public final class Bare extends Application {
    public static void main(String[] args) {
        launch(args);
    }

    @Override
    public void start(Stage stage) {
        setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        TableView<String> table = new TableView<>();
        table.getColumns().add(new TableColumn<>("State"));
        table.getColumns().add(new TableColumn<>("Target"));
        HBox top = new HBox(8, new Label("Zone"), new TextField("example.com"), new Button("Purge"));
        top.setPadding(new Insets(8));
        BorderPane root = new BorderPane(table);
        root.setTop(top);
        stage.setScene(new Scene(root, 1280, 800));
        stage.setTitle("Bare");
        stage.show();
        if (getParameters().getRaw().contains("--once")) {
            endAfterSomeFrames();
        }
    }

    private static void endAfterSomeFrames() {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames == 30) {
                    Platform.exit();
                }
            }
        }.start();
    }
}
