/**
 * What of a plan was purged a short while ago or is being purged right now, as the journal and
 * EdgeOne's own list have it. It warns and never stops anything. Calls block.
 */
@NullMarked
package edgeone.purge.engine.recent;

import org.jspecify.annotations.NullMarked;
