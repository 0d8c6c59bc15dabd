package edgeone.purge.app.window;

import edgeone.purge.app.wiring.Wiring;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.journal.file.StoppedException;
import edgeone.purge.messages.Messages;
import edgeone.purge.ui.ConsoleWindow;
import edgeone.purge.ui.shell.FirstFrame;
import edgeone.purge.ui.tour.Tour;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The window from its first frame until it is closed. Work begins after that frame. */
final class OpenWindow {
    private static final Logger LOG = LoggerFactory.getLogger(OpenWindow.class);

    private final Wiring wiring;
    private final ConsoleWindow console;
    private final LastKnown known;
    private final @Nullable Path tour;
    private final boolean training;
    private final PrintStream err;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int exit = ExitCodes.OK;
    private volatile @Nullable RuntimeException refused;

    /**
     * @param known shown in the first frame if it is there by then, else as soon as it is
     * @param tour where to put the pictures of a tour; null for no tour
     * @param training whether to close it once it is complete, a frame after the first
     */
    OpenWindow(
            Wiring wiring,
            ConsoleWindow console,
            LastKnown known,
            @Nullable Path tour,
            boolean training,
            PrintStream err) {
        this.wiring = wiring;
        this.console = console;
        this.known = known;
        this.tour = tour;
        this.training = training;
        this.err = err;
    }

    /**
     * Shows it and waits until it is closed. Not for the JavaFX thread.
     *
     * @return exit code
     * @throws JournalException the journal cannot be opened; the window is closed
     * @throws CommandFailure the home folder cannot be used; the window is closed
     */
    int untilClosed(Foreground foreground) throws InterruptedException {
        Platform.runLater(() -> show(foreground));
        closed.await();
        RuntimeException reason = refused;
        if (reason != null) {
            throw reason;
        }
        return exit;
    }

    private void show(Foreground foreground) {
        Stage stage = new Stage();
        stage.setOnHidden(_ -> closed.countDown());
        try {
            known.show(console);
            console.show(stage);
            FirstFrame.then(() -> begin(stage, foreground));
            Thread.setDefaultUncaughtExceptionHandler(console.crashHandler());
        } catch (RuntimeException e) {
            LOG.error("cannot open the window", e);
            err.println(wiring.known().words(e.toString()));
            exit = ExitCodes.BUG;
            closed.countDown();
        }
    }

    private void begin(Stage stage, Foreground foreground) {
        if (training) {
            FirstFrame.then(stage::close);
            return;
        }
        foreground.shows(stage);
        openJournal(stage);
    }

    /** Off the JavaFX thread, since another process may block the journal for a while. */
    private void openJournal(Stage stage) {
        UpdatingDialog updating =
                new UpdatingDialog(
                        stage,
                        Messages.in(wiring.settings().language()),
                        console.window().dialogs(console.window().formats()));
        Thread.ofVirtual()
                .name("journal")
                .start(
                        () -> {
                            try {
                                wiring.openJournal(updating);
                                Platform.runLater(
                                        () -> {
                                            updating.end();
                                            begin(stage);
                                        });
                            } catch (StoppedException e) {
                                LOG.info("closed during the migration of the journal");
                            } catch (JournalException | CommandFailure e) {
                                refused = e;
                                Platform.runLater(
                                        () -> {
                                            updating.end();
                                            stage.close();
                                        });
                            }
                        });
    }

    private void begin(Stage stage) {
        if (!stage.isShowing()) {
            return;
        }
        console.begin();
        wiring.settings().onTeam(console::followTeam);
        wiring.team().publishMeanwhile(console::published);
        Path folder = tour;
        if (folder != null) {
            Tour.take(console.window(), folder, e -> ended(folder, e, stage));
        }
    }

    private void ended(Path folder, @Nullable Exception trouble, Stage stage) {
        Messages messages = Messages.printable(wiring.settings().language(), err.charset());
        if (trouble == null) {
            err.println(messages.text("cli.tour.done", folder.toString()));
        } else {
            LOG.error("the tour failed", trouble);
            err.println(messages.text("cli.tour.failed", wiring.known().words(trouble.toString())));
            exit = ExitCodes.BUG;
        }
        stage.close();
    }
}
