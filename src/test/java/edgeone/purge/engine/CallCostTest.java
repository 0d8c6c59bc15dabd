package edgeone.purge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.sql.Sql;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** What the calls of purges add to the journal: less than 15 %. */
final class CallCostTest {
    private static final String PAGE = "https://www.example.com/assets/img/products/";
    private static final double MOST = 0.15;

    @TempDir private Path home;

    private static EmulatorOptions zone(int batch) {
        return EmulatorOptions.defaults()
                .withZones(
                        List.of(
                                ZoneSetup.of("zone-1", "example.com", "www.example.com")
                                        .withQuota("purge_url", batch, 1_000_000)));
    }

    private static List<String> urls(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> PAGE + i + "/picture-" + i * 7 + ".webp")
                .toList();
    }

    /** The size of the file with its calls, and without, in bytes. */
    private record Sizes(long with, long without) {
        double growth() {
            return (with - without) / (double) without;
        }
    }

    private static Sizes measure(EngineFixture fixture) {
        assertThat(fixture.recorded()).isNotEmpty();
        long with = vacuumed(fixture.journal);
        fixture.journal.change(c -> Sql.update(c, "DELETE FROM call"));
        return new Sizes(with, vacuumed(fixture.journal));
    }

    private static long vacuumed(Journal journal) {
        journal.aside(c -> Journal.execute(c, "VACUUM"));
        return journal.read(
                c -> (long) Sql.count(c, "PRAGMA page_count") * Sql.count(c, "PRAGMA page_size"));
    }

    @Test
    void ofTenThousandTargets() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home, zone(1_000))) {
            fixture.purge("example.com", urls(0, 10_000));

            Sizes sizes = measure(fixture);

            assertThat(sizes.growth()).as(sizes.toString()).isLessThan(MOST);
        }
    }

    /** The most calls for the fewest rows. */
    @Test
    void ofManySmallBatches() throws Exception {
        try (EngineFixture fixture = EngineFixture.start(home, zone(1))) {
            fixture.purge("example.com", urls(0, 60));

            Sizes sizes = measure(fixture);

            assertThat(sizes.growth()).as(sizes.toString()).isLessThan(MOST);
        }
    }
}
