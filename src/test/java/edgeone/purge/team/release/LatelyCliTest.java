package edgeone.purge.team.release;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.team.RealPostgres;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a colleague purged a moment ago, told before a purge in one zone and in several. */
final class LatelyCliTest {
    private static final String WWW = "https://www.example.com/a";
    private static final String SHOP = "https://shop.example.org/b";

    @TempDir private Path folder;
    private RealPostgres postgres;
    private EmbeddedEdgeOne edgeOne;

    @BeforeEach
    void start() throws Exception {
        postgres = RealPostgres.start(folder);
        edgeOne = EmbeddedEdgeOne.start(EmulatorOptions.defaults());
        for (String person : List.of("wang", "li")) {
            assertThat(
                            run(person, "team", "set", "--url", postgres.url(), "--store", "file")
                                    .exit())
                    .isZero();
        }
    }

    @AfterEach
    void stop() throws Exception {
        edgeOne.close();
        postgres.close();
    }

    private Ended run(String person, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", folder.resolve(person).toString(), "--json", "--lang", "en"));
        return RealProgram.run(
                Map.of(
                        "TENCENTCLOUD_SECRET_ID",
                        edgeOne.secretId(),
                        "TENCENTCLOUD_SECRET_KEY",
                        edgeOne.secretKey()),
                "\n".getBytes(StandardCharsets.UTF_8),
                all.toArray(String[]::new));
    }

    private Ended purge(String person, String zone, String second, String... more) {
        List<String> all = new ArrayList<>(List.of("purge", "--zone", zone));
        all.addAll(List.of("--type", "purge_url", "--target", WWW, "--target", second));
        all.addAll(List.of(more));
        all.addAll(List.of("--endpoint", edgeOne.endpoint().toString()));
        return run(person, all.toArray(String[]::new));
    }

    @Test
    void aColleaguesPurgeIsToldOfEachZone() {
        Ended first = purge("wang", "auto", SHOP);
        assertThat(first.exit()).as(first.toString()).isZero();

        Ended dry = purge("li", "auto", SHOP + "?other", "--dry-run");
        assertThat(dry.json().at("/plans").size()).isEqualTo(2);
        List<Integer> same = new ArrayList<>();
        for (JsonNode plan : dry.json().get("plans")) {
            assertThat(plan.at("/team/machine").isString()).as(plan.toString()).isTrue();
            same.add(plan.at("/team/same").asInt());
        }
        assertThat(same).containsExactlyInAnyOrder(1, 0);
        assertThat(dry.err()).contains("one target is the same as here");

        Ended one = purge("li", "example.com", "https://www.example.com/z", "--dry-run");
        assertThat(one.json().at("/plan/team/same").asInt()).as(one.toString()).isEqualTo(1);

        Ended sent = toldOnSending();
        assertThat(sent.json().get("team").size()).as(sent.toString()).isEqualTo(2);
        assertThat(sent.json().at("/team/0/zone").asString()).startsWith("zone-");
    }

    /** A purge waits for the team only a moment, which may be too short on a busy machine. */
    private Ended toldOnSending() {
        Ended sent;
        int tries = 0;
        do {
            sent = purge("li", "auto", SHOP);
            assertThat(sent.exit()).as(sent.toString()).isZero();
            tries++;
        } while (!sent.json().has("team") && tries < 20);
        return sent;
    }
}
