/**
 * The support bundle: log, versions, settings and recent jobs in one file, never with a known
 * secret. Calls block.
 */
@NullMarked
package edgeone.purge.support;

import org.jspecify.annotations.NullMarked;
