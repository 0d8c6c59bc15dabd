/** The command that asks the edge, and the options and output it shares with others. */
@NullMarked
package edgeone.purge.cli.probe;

import org.jspecify.annotations.NullMarked;
