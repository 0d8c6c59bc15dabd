/**
 * The edge of the embedded EdgeOne: cache nodes in front of the sample origin. For the emulator
 * only; runs on connection threads.
 *
 * <p>{@code EO-Cache-Status} has EdgeOne's words (cloud.tencent.com 1552/87655): {@code HIT}, the
 * object was cached and fresh; {@code MISS}, it was not cached, or stale and the origin answered
 * 200; {@code RefreshHit}, it was stale and the origin answered 304. Invented: a reply without
 * {@code Cache-Control} is fresh for an hour; only replies with status 200 are cached; there are
 * two nodes, each at an address of its own; at the first address the header {@code X-Edge-Node}
 * selects one (0, the default, or 1). They misbehave as {@code emulator.faults} says.
 */
@NullMarked
package edgeone.purge.emulator.edge;

import org.jspecify.annotations.NullMarked;
