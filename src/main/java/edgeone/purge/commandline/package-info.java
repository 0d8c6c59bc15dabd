/**
 * Writes command lines of this program for people to paste into a shell. Knows no screen and runs
 * nothing. Safe on any thread.
 */
@NullMarked
package edgeone.purge.commandline;

import org.jspecify.annotations.NullMarked;
