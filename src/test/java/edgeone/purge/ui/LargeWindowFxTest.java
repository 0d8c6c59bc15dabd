package edgeone.purge.ui;

import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window at its first size. */
@Tag("long")
@ExtendWith(ApplicationExtension.class)
final class LargeWindowFxTest extends EveryScreen {
    @Start
    void start(Stage stage) throws Exception {
        open(stage, 1_440, 900);
    }
}
