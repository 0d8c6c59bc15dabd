/**
 * Today's quota as a limit: what of a job fits into it, what waits for the next, and when that is.
 * The arithmetic is pure; {@link edgeone.purge.engine.quota.QuotaGrants} asks EdgeOne and writes
 * the journal, and blocks.
 */
@NullMarked
package edgeone.purge.engine.quota;

import org.jspecify.annotations.NullMarked;
