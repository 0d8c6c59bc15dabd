package edgeone.purge.ui;

import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;

/** 100,000 targets. */
@Tag("long")
@ExtendWith(ApplicationExtension.class)
final class LongestListFxTest extends LongList {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Override
    int lines() {
        return 100_000;
    }
}
