package edgeone.purge.app.window;

import edgeone.purge.accounts.AccountException;
import edgeone.purge.app.wiring.FirstAccount;
import edgeone.purge.app.wiring.SignIn;
import edgeone.purge.app.wiring.Wiring;
import edgeone.purge.ui.ConsoleWindow;
import edgeone.purge.ui.zones.ZoneBook.Recalled;

import javafx.application.Platform;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/**
 * What was known last time of the account the window starts with. Read while the toolkit starts;
 * needs neither the journal nor a secret.
 */
final class LastKnown {
    private static final Logger LOG = LoggerFactory.getLogger(LastKnown.class);

    private boolean done;
    private @Nullable Read read;
    private @Nullable ConsoleWindow waiting;

    private LastKnown() {}

    /** What was kept, and the zone the account wants chosen. */
    private record Read(Recalled last, String zoneId) {}

    /** Begins to read. */
    static LastKnown read(FirstAccount account, Wiring wiring) {
        LastKnown known = new LastKnown();
        Thread.ofPlatform()
                .daemon()
                .name("known zones")
                .start(() -> known.arrived(readNow(account, wiring)));
        return known;
    }

    private synchronized void arrived(@Nullable Read what) {
        read = what;
        done = true;
        ConsoleWindow console = waiting;
        if (console != null) {
            Platform.runLater(() -> show(console, what));
        }
    }

    private static @Nullable Read readNow(FirstAccount account, Wiring wiring) {
        try {
            SignIn.Expected expected = account.expected();
            return wiring.zones()
                    .known(expected.owner())
                    .map(
                            known ->
                                    new Read(
                                            new Recalled(
                                                    known, wiring.zones().picks(expected.owner())),
                                            expected.zoneId()))
                    .orElse(null);
        } catch (AccountException | IOException | RuntimeException e) {
            // Signing in will say what is wrong.
            LOG.debug("nothing known of the first account", e);
            return null;
        }
    }

    /** Shows it now or, where it is still being read, later. On the JavaFX thread. */
    synchronized void show(ConsoleWindow console) {
        if (done) {
            show(console, read);
        } else {
            waiting = console;
        }
    }

    private static void show(ConsoleWindow console, @Nullable Read read) {
        if (read != null) {
            console.recall(read.last(), read.zoneId());
        }
    }
}
