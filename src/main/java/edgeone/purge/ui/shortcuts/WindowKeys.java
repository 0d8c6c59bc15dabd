package edgeone.purge.ui.shortcuts;

import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.function.Supplier;

/**
 * The keys of what the window and its open screen offer, wherever the focus is. They come before
 * those of the control that has it, but for the one that goes back, which every control may take
 * for itself first.
 */
public final class WindowKeys {
    private final Supplier<List<Offer>> offers;
    private final Runnable back;

    /**
     * @param offers asked at every key
     * @param back goes back, where nothing in the window has done so
     */
    public WindowKeys(Supplier<List<Offer>> offers, Runnable back) {
        this.offers = offers;
        this.back = back;
    }

    /** Makes them work in a scene. */
    public void bind(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (WindowAction.BACK.isPressed(event)) {
                        event.consume();
                        back.run();
                    }
                });
    }

    private void pressed(KeyEvent event) {
        for (Offer offer : offers.get()) {
            if (offer.action().isPressed(event) && offer.possible().getAsBoolean()) {
                event.consume();
                offer.run().run();
                return;
            }
        }
    }
}
