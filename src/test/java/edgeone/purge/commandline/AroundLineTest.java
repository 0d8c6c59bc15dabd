package edgeone.purge.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeType;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What is done before and after a purge, as a command line. */
final class AroundLineTest {
    @Test
    void eachTickIsAnOption() {
        assertThat(line(new AroundLine(true, true, "192.0.2.1:443", "wait")))
                .endsWith(
                        " --check-origin=192.0.2.1:443 --origin-old=wait --then-prefetch --verify"
                                + " --target=https://a.test/");
        assertThat(line(new AroundLine(false, false, "origin.test", "")))
                .contains(" --check-origin=origin.test ")
                .doesNotContain("--origin-old", "--then-prefetch", "--verify");
        assertThat(line(AroundLine.NOTHING)).doesNotContain("origin", "prefetch", "verify");
    }

    private static String line(AroundLine around) {
        return new CommandLines(List.of())
                .purge(
                        new FormLine(
                                new SentBy("id", "shop", "https://e.test"),
                                "zone-1",
                                PurgeType.URL,
                                null,
                                List.of(),
                                false,
                                "",
                                PrefetchOptions.NONE,
                                around),
                        List.of("https://a.test/"))
                .orElseThrow();
    }
}
