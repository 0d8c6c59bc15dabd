/**
 * The cloud API of the embedded EdgeOne: seven actions of TEO 2022-09-01, as strict as the
 * published facts allow. It verifies signatures with its own code, as an independent check of the
 * client's signer. For the emulator only; handlers run on connection threads.
 *
 * <p>Behaviour that no published source documents is invented; do not take it for EdgeOne's:
 *
 * <ul>
 *   <li>The order of checks: method, size, presence of {@code X-TC-Timestamp}, {@code
 *       Authorization}, {@code X-TC-Version} and {@code X-TC-Action}, key, clock, signature, token,
 *       action, version, request rate, content type, JSON, names of parameters, permission, their
 *       values, zone, plan, batch quota, targets, daily quota.
 *   <li>English messages if no language is requested, and every Chinese message but three.
 *   <li>Refused requests do not count for the request rate.
 *   <li>A {@code null} or blank parameter is an {@code InvalidParameterValue}; a {@code Limit} over
 *       its maximum too (it is not clamped).
 *   <li>{@code ZoneId} is required by DescribePurgeTasks, and {@code *} is not accepted there. The
 *       same holds for DescribePrefetchTasks.
 *   <li>An unknown zone is {@code InvalidParameter.ZoneNotFound}, a locked one {@code
 *       OperationDenied.ZoneNotActive}, {@code purge_all} with targets or with zone {@code *} is
 *       {@code InvalidParameter.ParameterError}.
 *   <li>Reasons of FailedList other than {@code domain not valid}; URLs and directories with raw
 *       non-ASCII, spaces, user info, a fragment or a port; directories that do not end in {@code
 *       /}; blank tags, or tags with a comma, a space or more than 256 characters.
 *   <li>If all targets fail: {@code JobId} is empty, FailedList says why, no job exists.
 *   <li>{@code Method} sent for URLs and tags is ignored; a tag purge deletes.
 *   <li>Equal targets of one request make one row and use one unit of quota; targets in FailedList
 *       use none; quota is per zone and resets at midnight, UTC+8.
 *   <li>A prefetch asks the origin for each target when it is accepted; its answer decides how the
 *       row will end: {@code invalid}, without a FailType, if it is no 2xx, {@code
 *       originPullFailed} if there is none. Objects are in the caches when their row ends, and not
 *       if a purge took effect meanwhile. There is no middle layer: both modes fill all nodes.
 *   <li>Edge mode is open to every zone that has prefetch, and uses its own quota only.
 *   <li>Media segments: M3U8 playlists are followed 3 deep, counting that of the target; each URL
 *       they name costs quota, playlists too, and has no row; those of other zones are left out.
 *   <li>A zone without prefetch lists no quota for it.
 *   <li>Numbers and plans of the built-in zones; job ids; the row of {@code purge_all} has the
 *       zone's name as target; rows come newest job first, in the order they were given; rows turn
 *       final one after another in the second half of the processing time.
 * </ul>
 */
@NullMarked
package edgeone.purge.emulator.api;

import org.jspecify.annotations.NullMarked;
