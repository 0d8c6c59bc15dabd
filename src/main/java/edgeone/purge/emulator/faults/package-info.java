/**
 * Faults the emulator injects on demand, written so that they fit on a command line. Plans are
 * immutable; {@link edgeone.purge.emulator.faults.FaultDice} may be used from any thread.
 *
 * <pre>
 * SPEC  = RULE [";" RULE …]
 * RULE  = [ACTION ":"] FAULT ["=" VALUE] ["@" WHEN]
 * ACTION= CreatePurgeTask | DescribePurgeTasks | CreatePrefetchTask | DescribePrefetchTasks
 *         | DescribeZones | DescribeAccelerationDomains | DescribeContentQuota | *  (default: *)
 *         | Edge | Origin
 * WHEN  = nth=N | every=N | first=N | p=0..1  (default: always; counted separately for each rule,
 *         in requests of the action, for "reject" and "row" in targets, at Edge and Origin in
 *         objects)
 *
 * the connection  drop               reset before the body is read
 *                 hang[=SECONDS]     no answer (3600), then reset
 *                 half               the first half of the reply, then closed
 *                 truncated          a complete HTTP reply with half of its JSON
 *                 slow=MILLIS        answered later
 * the reply       html               HTTP 200 with a page of HTML
 *                 status=CODE        that HTTP status with HTML; 503 has Retry-After: 0,
 *                                    redirects lead back to the endpoint
 *                 garbage            HTTP 200, bytes that are not JSON
 *                 huge[=BYTES]       a JSON string of this length (100000000), streamed
 *                 deep[=LEVELS]      nested arrays (100000)
 *                 extra              unknown members, everywhere
 *                 failed-list=null   FailedList null (or =absent) instead of empty
 * the service     error=CODE         Response.Error
 *                 deny               AuthFailure.UnauthorizedOperation
 *                 deny-product       UnauthorizedOperation.NoPermission
 *                 reject=REASON      targets go to FailedList
 *                 row=STATUS[:TYPE]  targets end as failed (with a FailType), timeout, canceled
 *                 visible=SECONDS    tasks are listed only this long after they were accepted
 *                 clock=SECONDS      the service's clock, and its Date, are ahead (or behind)
 * the edge        Edge:sticky[=NODE]   no purge takes effect (at that node only)
 *                 Edge:late=SECONDS    purges take effect this much later
 *                 Edge:redirect[=URL]  302 (to /moved and the path)
 *                 Edge:vary[=HEADER]   kept for each value of that header (Accept-Encoding)
 *                 Edge:bare            neither Age nor the headers that begin with EO
 *                 Edge:drop            as above, and so are the next three
 *                 Edge:hang[=SECONDS]  .
 *                 Edge:status=CODE     .
 *                 Edge:slow=MILLIS     .
 * the origin      Origin:late=SECONDS  what is put there is served this much later
 * </pre>
 *
 * The faults drop, hang, html, status, garbage, huge, deep and error strike before the request is
 * carried out; with {@code -after} ({@code drop-after}, also called {@code lose-reply}; {@code
 * error-after=InternalError}) the request is carried out first and only its reply is lost or
 * replaced. Refused requests never count for the {@code -after} faults. The first rule that strikes
 * wins; probabilities are drawn from the seed. What strikes an object at the edge or the origin
 * strikes it at every request; its probability is drawn once for each node.
 *
 * <p>Example: {@code CreatePurgeTask:lose-reply@p=0.2;CreatePurgeTask:reject=domain not
 * valid@every=100;clock=+600}
 */
@NullMarked
package edgeone.purge.emulator.faults;

import org.jspecify.annotations.NullMarked;
