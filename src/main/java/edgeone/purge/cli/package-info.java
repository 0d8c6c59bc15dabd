/**
 * The command line: picocli commands over the same engine and journal as the window. {@link
 * edgeone.purge.cli.Commands} alone knows every command; each group of commands has a package. Each
 * command runs on the main thread and blocks.
 */
@NullMarked
package edgeone.purge.cli;

import org.jspecify.annotations.NullMarked;
