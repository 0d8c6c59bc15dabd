/**
 * Puts the window together: the frame with its screens. The only package that knows every screen.
 * Used on the JavaFX thread.
 *
 * <p>A new screen has a view in FXML, as History, Accounts and Settings do, and is built when first
 * opened. The frame and the Purge screen are built in code, because reading FXML would delay the
 * first frame (decision 6).
 */
@NullMarked
package edgeone.purge.ui;

import org.jspecify.annotations.NullMarked;
