package edgeone.purge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.call.ApiCall;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.model.PurgeType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Purges and prefetches sent at the same time, as fast as EdgeOne takes them. */
final class BothKindsPaceTest {
    private static final int REQUESTS = 50;

    @TempDir private Path home;

    @Test
    void neitherIsEverTooFastForEdgeOne() throws Exception {
        ZoneSetup zone =
                ZoneSetup.of("zone-pace", "example.com", "www.example.com")
                        .withQuota("purge_url", 1, 1_000)
                        .withQuota(ZoneSetup.PREFETCH, 1, 1_000);
        try (EngineFixture console =
                        EngineFixture.start(
                                home, EmulatorOptions.defaults().withZones(List.of(zone)));
                ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<RunResult>> runs =
                    List.of(
                            both.submit(() -> console.submit(plan(console, PurgeType.URL))),
                            both.submit(() -> console.submit(plan(console, PurgeType.PREFETCH))));
            for (Future<RunResult> run : runs) {
                run.get();
            }
            assertThat(console.accepted()).hasSize(2 * REQUESTS);
            assertThat(console.accepted().stream().filter(AcceptedJob::isPrefetch))
                    .hasSize(REQUESTS);
            assertThat(console.edgeOne.calls()).extracting(ApiCall::error).containsOnly("");
        }
    }

    private static Plan plan(EngineFixture console, PurgeType type) throws Exception {
        String pages =
                IntStream.range(0, REQUESTS)
                        .mapToObj(n -> "https://www.example.com/" + n)
                        .collect(Collectors.joining("\n"));
        return console.plan(console.zone("example.com"), type, null, pages);
    }
}
