/**
 * Verifies purges: probes before one is sent and after EdgeOne is done, and judges what they prove.
 * Each step is in the journal before the next begins, so that a later run can go on. For the
 * engine, window and command line; blocks.
 */
@NullMarked
package edgeone.purge.engine.verify;

import org.jspecify.annotations.NullMarked;
