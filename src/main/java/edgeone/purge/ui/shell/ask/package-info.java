/** What the whole program asks: for the passphrase. Its dialog lives on the JavaFX thread. */
@NullMarked
package edgeone.purge.ui.shell.ask;

import org.jspecify.annotations.NullMarked;
