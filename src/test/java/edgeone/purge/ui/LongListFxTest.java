package edgeone.purge.ui;

import javafx.stage.Stage;

import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;

/** A long list, in seconds. */
@ExtendWith(ApplicationExtension.class)
final class LongListFxTest extends LongList {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    int lines() {
        return 20_000;
    }
}
