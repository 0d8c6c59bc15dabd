/**
 * The form of one account: its fields, what they offer, and what was entered. Used by {@code
 * ui.accounts}; the account colours also by {@code app}. On the JavaFX thread.
 */
@NullMarked
package edgeone.purge.ui.accounts.form;

import org.jspecify.annotations.NullMarked;
