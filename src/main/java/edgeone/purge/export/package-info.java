/**
 * Writes the targets of jobs to a file, as CSV, JSON or HTML. A file is written completely or not
 * at all. Calls block.
 */
@NullMarked
package edgeone.purge.export;

import org.jspecify.annotations.NullMarked;
