package edgeone.purge.ui.guard;

import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What is asked before a purge: the zone's name and a countdown where it reaches far, else what the
 * account's safety level wants.
 */
public final class Questions {
    private final Confirmation confirmation;
    private final Guard guard;

    /**
     * @param nanos the clock of the countdown, as {@link System#nanoTime()}
     */
    public Questions(Formats formats, Dialogs dialogs, LongSupplier nanos) {
        confirmation = new Confirmation(formats, dialogs);
        guard = new Guard(formats, dialogs, nanos);
    }

    /**
     * Asks.
     *
     * @param confirmed receives the consent; never if the purge is not confirmed
     */
    public void ask(AskedPurge purge, Consumer<Consent> confirmed) {
        if (purge.reach().isFar()) {
            guard.ask(purge, confirmed);
        } else if (purge.needed() == ConsentNeeded.NOTHING) {
            confirmed.accept(Consent.NONE);
        } else {
            confirmation.ask(purge, confirmed);
        }
    }
}
