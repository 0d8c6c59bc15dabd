/**
 * Sends the planned batches of a job, several at a time, and records each step before it happens.
 * One run is driven by one thread; each batch has a virtual thread of its own.
 */
@NullMarked
package edgeone.purge.engine.submit;

import org.jspecify.annotations.NullMarked;
