package edgeone.purge.ui;

import javafx.stage.Stage;

import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window at its smallest size. */
@ExtendWith(ApplicationExtension.class)
final class SmallWindowFxTest extends EveryScreen {
    @Start
    void start(Stage stage) throws Exception {
        open(stage, 1_024, 700);
    }
}
