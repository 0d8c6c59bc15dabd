/**
 * Questions several screens or the whole program ask: to confirm a purge, and for the passphrase.
 * Their dialogs live on the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.shell.ask;

import org.jspecify.annotations.NullMarked;
