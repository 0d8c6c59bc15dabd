/**
 * Calls made by hand: any action that reads, and a CreatePurgeTask, which becomes a job like every
 * other purge. Blocks; thread-safe.
 */
@NullMarked
package edgeone.purge.engine.byhand;

import org.jspecify.annotations.NullMarked;
