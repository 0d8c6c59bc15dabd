/**
 * The command line: picocli commands over the same engine and journal as the window, text for
 * people and JSON for scripts. The contract scripts rely on (options, JSON, exit codes) changes
 * only by adding. Each command runs on the main thread and blocks.
 */
@NullMarked
package edgeone.purge.cli;

import org.jspecify.annotations.NullMarked;
