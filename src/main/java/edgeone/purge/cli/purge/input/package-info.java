/** Where a command takes its targets from, and what was read there. */
@NullMarked
package edgeone.purge.cli.purge.input;

import org.jspecify.annotations.NullMarked;
