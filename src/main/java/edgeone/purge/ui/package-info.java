/**
 * Puts the window together: the frame with its screens. The only package that knows every screen.
 * Used on the JavaFX thread.
 *
 * <p>A new screen is built in code when first opened, as most are: the compiler then finds a name
 * that is gone, and parts are put together with {@code ui.kit.Boxes}. History, Accounts and
 * Settings lay out their screen in FXML. The frame and the Purge screen must not, because reading
 * FXML would delay the first frame (decision 6).
 */
@NullMarked
package edgeone.purge.ui;

import org.jspecify.annotations.NullMarked;
