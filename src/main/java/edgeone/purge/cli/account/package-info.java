/** The account commands. Keys are read from standard input or a prompt, never from an argument. */
@NullMarked
package edgeone.purge.cli.account;

import org.jspecify.annotations.NullMarked;
