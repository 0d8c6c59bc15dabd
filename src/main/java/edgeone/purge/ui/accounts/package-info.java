/**
 * The screen of the accounts: adds, changes, tests, imports and removes them, and switches the
 * window to another. Used by {@code ui} only; on the JavaFX thread, with work handed to {@code
 * Tasks}.
 */
@NullMarked
package edgeone.purge.ui.accounts;

import org.jspecify.annotations.NullMarked;
