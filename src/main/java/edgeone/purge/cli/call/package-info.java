/**
 * The commands on API calls. Each reads the journal and ends; on the thread that runs the command.
 */
@NullMarked
package edgeone.purge.cli.call;

import org.jspecify.annotations.NullMarked;
