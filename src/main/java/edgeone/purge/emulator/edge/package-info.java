/**
 * The edge of the embedded EdgeOne: cache nodes in front of the sample origin. For the emulator
 * only; runs on connection threads.
 *
 * <p>{@code EO-Cache-Status} has EdgeOne's words (cloud.tencent.com 1552/87655): {@code HIT}, the
 * node had it and it was fresh; {@code MISS}, the node did not have it, or it was stale and the
 * origin answered 200; {@code RefreshHit}, it was stale and the origin answered 304. Invented: a
 * reply without {@code Cache-Control} is fresh for an hour; only replies with status 200 are kept;
 * there are two nodes, which the header {@code X-Edge-Node} (0, the default, or 1) chooses between.
 */
@NullMarked
package edgeone.purge.emulator.edge;

import org.jspecify.annotations.NullMarked;
