/**
 * The Accounts screen: adds, changes, tests, imports and removes accounts, and switches the window
 * to another. Used by {@code ui} only. On the JavaFX thread; work goes to {@code Tasks}.
 */
@NullMarked
package edgeone.purge.ui.accounts;

import org.jspecify.annotations.NullMarked;
