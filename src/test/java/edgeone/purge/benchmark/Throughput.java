package edgeone.purge.benchmark;

import static edgeone.purge.benchmark.Benchmarks.rounded;

import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;

import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * 200 batches at 20 requests a second and 100 ms latency, from the press of the button to the last
 * answer, journal included; and the vendor's own client in a loop, as a script would do it.
 */
final class Throughput {
    private static final int RUNS = 3;
    private static final int BATCHES = 200;
    private static final int PER_SECOND = 20;
    private static final Duration LATENCY = Duration.ofMillis(100);

    /** The last of the batches may leave this long after the first. */
    private static final double IDEAL_SECONDS = (BATCHES - 1) / (double) PER_SECOND;

    private static final double ALLOWED = 1.03;
    private static final int VENDOR_BATCHES = 60;

    private Throughput() {}

    record Result(
            List<Double> seconds,
            int accepted,
            long limitExceeded,
            double vendorSeconds,
            long vendorLimitExceeded) {

        double best() {
            return seconds.stream().mapToDouble(s -> s).min().orElseThrow();
        }

        Benchmarks.Outcome outcome() {
            return new Benchmarks.Outcome(json(), isGoodEnough());
        }

        private boolean isGoodEnough() {
            return best() <= ALLOWED * IDEAL_SECONDS
                    && limitExceeded == 0
                    && accepted == RUNS * BATCHES;
        }

        private Map<String, Object> json() {
            Map<String, Object> vendor = new LinkedHashMap<>();
            vendor.put("client", "tencentcloud-sdk-java-common CommonClient, one after the other");
            vendor.put("batches", VENDOR_BATCHES);
            vendor.put("seconds", rounded(vendorSeconds));
            vendor.put("perSecond", rounded(VENDOR_BATCHES / vendorSeconds));
            vendor.put("secondsFor" + BATCHES, rounded(vendorSeconds * BATCHES / VENDOR_BATCHES));
            vendor.put("limitExceeded", vendorLimitExceeded);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("batches", BATCHES);
            json.put("targetsPerBatch", Workbench.TARGETS_A_BATCH);
            json.put("limitPerSecond", PER_SECOND);
            json.put("latencyMillis", LATENCY.toMillis());
            json.put("idealSeconds", IDEAL_SECONDS);
            json.put("allowedSeconds", rounded(ALLOWED * IDEAL_SECONDS));
            json.put("seconds", seconds.stream().map(Benchmarks::rounded).toList());
            json.put("best", rounded(best()));
            json.put("ratio", rounded(best() / IDEAL_SECONDS));
            json.put("perSecond", rounded(BATCHES / best()));
            json.put("accepted", accepted);
            json.put("limitExceeded", limitExceeded);
            json.put("goodEnough", isGoodEnough());
            json.put("vendor", vendor);
            return json;
        }
    }

    static Result measure() throws Exception {
        List<Double> seconds = new ArrayList<>();
        int accepted = 0;
        long limitExceeded = 0;
        for (int run = 0; run < RUNS; run++) {
            try (Workbench bench = new Workbench(LATENCY)) {
                Plan plan = plan(bench);
                long start = System.nanoTime();
                RunResult result =
                        bench.engine.submit(
                                bench.connection,
                                plan,
                                new Consent(false, null),
                                Progress.SILENT,
                                new RunControl());
                seconds.add((System.nanoTime() - start) / 1e9);
                accepted +=
                        (int)
                                result.batches().stream()
                                        .filter(b -> b.state() == BatchState.ACCEPTED)
                                        .count();
                limitExceeded += limitExceeded(bench.edgeOne);
            }
        }
        try (Workbench bench = new Workbench(LATENCY)) {
            double vendorSeconds = vendor(bench.edgeOne);
            return new Result(
                    seconds, accepted, limitExceeded, vendorSeconds, limitExceeded(bench.edgeOne));
        }
    }

    private static Plan plan(Workbench bench) throws Exception {
        Zone zone = bench.engine.zones(bench.connection).getFirst();
        String text =
                IntStream.range(0, BATCHES * Workbench.TARGETS_A_BATCH)
                        .mapToObj(i -> Workbench.PAGE + i)
                        .collect(Collectors.joining("\n"));
        Plan plan =
                bench.engine.plan(
                        new PurgeDraft(zone, PurgeType.URL, null, text, List.of(), false),
                        bench.engine.facts(bench.connection, zone));
        if (plan.batches().size() != BATCHES) {
            throw new IllegalStateException("planned " + plan.batches().size() + " batches");
        }
        return plan;
    }

    static long limitExceeded(EmbeddedEdgeOne edgeOne) {
        return edgeOne.calls().stream()
                .filter(c -> c.error().startsWith("RequestLimitExceeded"))
                .count();
    }

    private static double vendor(EmbeddedEdgeOne edgeOne) throws TencentCloudSDKException {
        HttpProfile http = new HttpProfile();
        http.setProtocol("http://");
        http.setEndpoint(edgeOne.endpoint().getAuthority());
        CommonClient client =
                new CommonClient(
                        "teo",
                        "2022-09-01",
                        new Credential(edgeOne.secretId(), edgeOne.secretKey()),
                        "",
                        new ClientProfile(ClientProfile.SIGN_TC3_256, http));
        JsonMapper mapper = new JsonMapper();
        long start = System.nanoTime();
        for (int n = 0; n < VENDOR_BATCHES; n++) {
            int first = n * Workbench.TARGETS_A_BATCH;
            List<String> targets =
                    IntStream.range(first, first + Workbench.TARGETS_A_BATCH)
                            .mapToObj(i -> Workbench.PAGE + i)
                            .toList();
            client.call(
                    "CreatePurgeTask",
                    mapper.writeValueAsString(
                            Map.of(
                                    "ZoneId",
                                    edgeOne.zones().getFirst().id(),
                                    "Type",
                                    "purge_url",
                                    "Targets",
                                    targets)));
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
