/**
 * What others purged, read from EdgeOne's list into the journal. Windows, grouping and the question
 * whether a job may be our own are pure; {@link edgeone.purge.engine.sync.ZoneSync} blocks.
 */
@NullMarked
package edgeone.purge.engine.sync;

import org.jspecify.annotations.NullMarked;
