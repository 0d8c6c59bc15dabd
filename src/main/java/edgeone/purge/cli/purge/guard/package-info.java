/**
 * What stands between a plan of the command line and its purge: what the options confirm, or who
 * sits at the terminal, with a countdown before what reaches far. Nothing is recorded or sent here.
 */
@NullMarked
package edgeone.purge.cli.purge.guard;

import org.jspecify.annotations.NullMarked;
