/**
 * Accounts: who signs in where, with which key, and how carefully. {@code secrets} stores their
 * keys; no secret is ever part of an {@link edgeone.purge.accounts.Account}, an exception or a
 * {@code toString}. Calls block; never make one on the JavaFX thread.
 */
@NullMarked
package edgeone.purge.accounts;

import org.jspecify.annotations.NullMarked;
