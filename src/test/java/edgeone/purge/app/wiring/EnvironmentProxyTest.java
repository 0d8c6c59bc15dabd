package edgeone.purge.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

final class EnvironmentProxyTest {
    @Test
    void readsTheUsualVariables() {
        assertThat(of(Map.of("HTTPS_PROXY", "http://ops:p%40ss%3A+w@proxy.test:3128/")))
                .isEqualTo(
                        new EnvironmentProxy(
                                false, "proxy.test", 3_128, "ops", "p@ss:+w", List.of()));
        assertThat(of(Map.of("https_proxy", "proxy.test")))
                .isEqualTo(new EnvironmentProxy(false, "proxy.test", 80, null, null, List.of()));
        assertThat(of(Map.of("ALL_PROXY", "socks5h://proxy.test")))
                .isEqualTo(new EnvironmentProxy(true, "proxy.test", 1_080, null, null, List.of()));
        assertThat(of(Map.of("https_proxy", "proxy.test:8", "no_proxy", "a.test:443, .b.test,*")))
                .isEqualTo(
                        new EnvironmentProxy(
                                false,
                                "proxy.test",
                                8,
                                null,
                                null,
                                List.of("a.test", ".a.test", ".b.test", "*")));
    }

    @Test
    void ignoresInvalidValues() {
        for (String odd :
                List.of("", " ", "ftp://x:1", "http://x:0", "http://x:99999", "http://a b")) {
            assertThat(EnvironmentProxy.of(Map.of("HTTPS_PROXY", odd))).as(odd).isEmpty();
        }
        assertThat(of(Map.of("HTTPS_PROXY", "http://ops:hidden@x:1")).toString())
                .doesNotContain("hidden");
    }

    private static EnvironmentProxy of(Map<String, String> environment) {
        return EnvironmentProxy.of(environment).orElseThrow();
    }
}
