/**
 * Who purges: accounts and their book, the stores that keep their secrets, imports from other
 * tools, permissions to ask for, the connection test, and the scan that keeps secrets out of a
 * support bundle. For engine, command line and window. Calls read files, ask the keychain or
 * EdgeOne, so they block; never make one on the JavaFX thread. No secret is ever part of an {@link
 * edgeone.purge.accounts.Account}, an exception or a {@code toString}.
 */
@NullMarked
package edgeone.purge.accounts;

import org.jspecify.annotations.NullMarked;
