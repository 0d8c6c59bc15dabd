package edgeone.purge.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A start without a window says why in a dialog, and ends when that is closed. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
final class RefusedStartFxTest {
    private static final String WHY = "The journal cannot be opened: it is on fire.";

    /** The stage of the test stays hidden. */
    @Start
    void start(Stage hidden) {}

    @Test
    void theDialogStaysUntilItIsClosed(FxRobot robot) throws Exception {
        CompletableFuture<Boolean> read = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> show(read));

        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        DialogPane pane = robot.lookup(".dialog-pane").queryAs(DialogPane.class);

        assertThat(robot.from(pane).lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains(WHY);
        assertThat(read).isNotDone();

        Button close = (Button) pane.lookupButton(pane.getButtonTypes().getFirst());
        robot.interact(close::fire);

        assertThat(read.get(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void show(CompletableFuture<Boolean> read) {
        try {
            RefusedStart.show(WHY, Messages.in(Language.ENGLISH));
            read.complete(true);
        } catch (InterruptedException e) {
            read.completeExceptionally(e);
        }
    }
}
