package edgeone.purge.teo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.error.UnansweredException;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists in pages: complete, each row once, and never endless. */
final class TeoPagingWireTest {
    private static final Pattern PAGE = Pattern.compile("\"Offset\":(\\d+),\"Limit\":(\\d+)");
    private static final PurgeTaskQuery QUERY = new PurgeTaskQuery.ByJob("zone-1", "j");

    private final AtomicInteger calls = new AtomicInteger();
    private TeoWire wire;

    @BeforeEach
    void start() throws Exception {
        wire = TeoWire.start();
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    /** Returns a page for an offset, a limit and the number of the call. */
    private interface Pages {
        String page(int offset, int limit, int call);
    }

    private void serve(Pages pages) {
        wire.server()
                .setDispatcher(
                        new Dispatcher() {
                            @Override
                            public MockResponse dispatch(RecordedRequest request) {
                                Matcher page = PAGE.matcher(TeoWire.body(request));
                                assertThat(page.find()).isTrue();
                                return TeoWire.ok(
                                                pages.page(
                                                        Integer.parseInt(page.group(1)),
                                                        Integer.parseInt(page.group(2)),
                                                        calls.getAndIncrement()))
                                        .build();
                            }
                        });
    }

    @Test
    void allZones() throws Exception {
        serve((offset, limit, call) -> zones(250, offset, Math.min(250, offset + limit)));
        assertThat(wire.client().describeZones())
                .extracting(Zone::zoneId)
                .containsExactlyElementsOf(
                        IntStream.range(0, 250).mapToObj(i -> "zone-" + i).toList());
        assertThat(calls).hasValue(3);
    }

    @Test
    void readsAllDomainsFromAServerWithSmallerPages() throws Exception {
        serve(
                (offset, limit, call) -> {
                    assertThat(limit).isEqualTo(200);
                    return "{\"Response\":{\"TotalCount\":120,\"AccelerationDomains\":["
                            + rows(offset, Math.min(120, offset + 50), "{\"DomainName\":\"h%d\"}")
                            + "]}}";
                });
        assertThat(wire.client().describeAccelerationDomains("zone-1"))
                .hasSize(120)
                .contains(new AccelerationDomain("h119", ""));
        assertThat(calls).hasValue(3);
    }

    @Test
    void aRowThatMovedToTheNextPageIsCountedOnce() throws Exception {
        serve((offset, limit, call) -> call == 0 ? zones(150, 0, 100) : zones(151, 99, 150));
        assertThat(wire.client().describeZones()).hasSize(150).doesNotHaveDuplicates();
    }

    @Test
    void aTotalThatIsTooSmallHidesNothingBehindAFullPage() throws Exception {
        serve((offset, limit, call) -> zones(1, offset, Math.min(130, offset + limit)));
        assertThat(wire.client().describeZones()).hasSize(130);
    }

    @Test
    void aTotalThatIsTooLargeEndsWithAnEmptyPage() throws Exception {
        serve(
                (offset, limit, call) ->
                        zones(1_000_000, offset, Math.max(offset, Math.min(130, offset + limit))));
        assertThat(wire.client().describeZones()).hasSize(130);
        assertThat(calls).hasValue(3);
    }

    @Test
    void aServerThatIgnoresTheOffsetEndsToo() throws Exception {
        serve((offset, limit, call) -> zones(1_000_000, 0, 100));
        assertThat(wire.client().describeZones()).hasSize(100);
        assertThat(calls).hasValue(2);
    }

    @Test
    void allTasksOfAJobOfSeveralPages() throws Exception {
        serve((offset, limit, call) -> tasks(2_345, offset, Math.min(2_345, offset + limit)));
        assertThat(wire.client().describePurgeTasks(QUERY).rows())
                .hasSize(2_345)
                .doesNotHaveDuplicates();
        assertThat(calls).hasValue(3);
    }

    @Test
    void aLookupThatShiftedIsReadAgain() throws Exception {
        // While the second page was read, a new row came in at the front.
        serve(
                (offset, limit, call) ->
                        switch (call) {
                            case 0 -> tasks(1_500, 0, 1_000);
                            case 1 -> tasks(1_501, 999, 1_500);
                            default -> tasks(1_501, offset, Math.min(1_501, offset + limit));
                        });
        assertThat(wire.client().describePurgeTasks(QUERY).rows()).hasSize(1_501);
        assertThat(calls).hasValue(4);
    }

    @Test
    void aRowMissedUnderTheSameTotalIsNoticed() {
        // One row was removed and one added: the total stays, but a row is seen twice and another
        // never.
        serve(
                (offset, limit, call) ->
                        offset == 0 ? tasks(1_500, 0, 1_000) : tasks(1_500, 999, 1_499));
        assertIncomplete();
        assertThat(calls).hasValue(2 * TaskLookup.ROUNDS);
    }

    @Test
    void aTotalThatDoesNotFitTheRowsProvesNothing() {
        serve((offset, limit, call) -> tasks(5, offset, Math.max(offset, 3)));
        assertIncomplete();
        calls.set(0);
        serve((offset, limit, call) -> tasks(2, 0, 3));
        assertIncomplete();
    }

    @Test
    void aFullPageWithATooSmallTotalProvesNothing() {
        serve((offset, limit, call) -> tasks(1_000, offset, offset + 1_000));
        assertIncomplete();
    }

    @Test
    void aTotalThatGrowsWithEveryPageEnds() {
        serve((offset, limit, call) -> tasks(offset + 5_000, offset, offset + 1_000));
        assertIncomplete();
        assertThat(calls).hasValue(2 * TaskLookup.ROUNDS);
    }

    @Test
    void equalRowsOnOnePageCountSeparately() throws Exception {
        String row =
                "{\"JobId\":\"j\",\"Type\":\"purge_url\",\"Target\":\"t\",\"Status\":\"success\"}";
        serve(
                (offset, limit, call) ->
                        "{\"Response\":{\"TotalCount\":2,\"Tasks\":[" + row + "," + row + "]}}");
        assertThat(wire.client().describePurgeTasks(QUERY).rows()).hasSize(2);
    }

    private void assertIncomplete() {
        assertThatThrownBy(() -> wire.client().describePurgeTasks(QUERY))
                .isInstanceOfSatisfying(
                        UnansweredException.class,
                        e -> assertThat(e.code()).isEqualTo("Reply.Incomplete"));
    }

    private static String zones(int total, int from, int to) {
        return "{\"Response\":{\"TotalCount\":"
                + total
                + ",\"Zones\":["
                + rows(from, to, "{\"ZoneId\":\"zone-%d\"}")
                + "]}}";
    }

    private static String tasks(int total, int from, int to) {
        return "{\"Response\":{\"TotalCount\":"
                + total
                + ",\"Tasks\":["
                + rows(
                        from,
                        to,
                        "{\"JobId\":\"j\",\"Type\":\"purge_url\",\"Target\":\"t%d\","
                                + "\"Status\":\"processing\"}")
                + "]}}";
    }

    private static String rows(int from, int to, String row) {
        List<String> rows = IntStream.range(from, to).mapToObj(row::formatted).toList();
        return rows.stream().collect(Collectors.joining(","));
    }
}
