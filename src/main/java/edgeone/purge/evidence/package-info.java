/**
 * Writes the page that proves what a purge did: one HTML file for people, of a job and all that the
 * journal has of it. It refers to nothing, its policy lets nothing run or load, and it is
 * well-formed XML as well. Rows are written as they are read, however many there are; a file is
 * written completely or not at all. Calls block.
 */
@NullMarked
package edgeone.purge.evidence;

import org.jspecify.annotations.NullMarked;
