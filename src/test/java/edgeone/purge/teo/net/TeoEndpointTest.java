package edgeone.purge.teo.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.teo.error.InvalidSettingException;
import edgeone.purge.teo.error.InvalidSettingException.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TeoEndpointTest {

    @ParameterizedTest
    @CsvSource({
        "teo.tencentcloudapi.com, https://teo.tencentcloudapi.com",
        "' HTTPS://TEO.intl.tencentcloudapi.com/ ', https://teo.intl.tencentcloudapi.com",
        "https://edge.example:8443, https://edge.example:8443",
        "https://edge.example:443, https://edge.example",
        "http://localhost:18080, http://localhost:18080",
        "http://127.0.0.1, http://127.0.0.1",
        "http://127.8.9.10:1/, http://127.8.9.10:1",
        "http://[::1]:9000, http://[::1]:9000",
        "localhost:18080, https://localhost:18080",
        "https://bücher.example, https://xn--bcher-kva.example",
    })
    void reads(String text, String url) {
        assertThat(TeoEndpoint.of(text).url()).isEqualTo(url);
        assertThat(TeoEndpoint.of(url)).isEqualTo(TeoEndpoint.of(text)).hasToString(url);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ENDPOINT_EMPTY",
        "'  ', ENDPOINT_EMPTY",
        "https://, ENDPOINT_NOT_A_URL",
        "ftp://teo.tencentcloudapi.com, ENDPOINT_NOT_A_URL",
        "https://two words, ENDPOINT_NOT_A_URL",
        "https://a.test:0, ENDPOINT_NOT_A_URL",
        "https://a.test:70000, ENDPOINT_NOT_A_URL",
        "https://a%2eb.test, ENDPOINT_NOT_A_URL",
        "http://teo.tencentcloudapi.com, ENDPOINT_PLAIN_HTTP",
        "http://localhost.evil.test, ENDPOINT_PLAIN_HTTP",
        "http://127.0.0.1.evil.test, ENDPOINT_PLAIN_HTTP",
        "http://1270.0.0.1.test, ENDPOINT_PLAIN_HTTP",
        "https://user:pw@a.test, ENDPOINT_USER_INFO",
        "http://localhost@evil.test, ENDPOINT_USER_INFO",
        "https://a.test/v2, ENDPOINT_PATH",
        "https://a.test?x=1, ENDPOINT_PATH",
        "https://a.test/#x, ENDPOINT_PATH",
        "https://a.test\\@evil.test, ENDPOINT_PATH",
    })
    void refuses(String text, Problem problem) {
        assertThatThrownBy(() -> TeoEndpoint.of(text))
                .isInstanceOfSatisfying(
                        InvalidSettingException.class,
                        e -> assertThat(e.problem()).isEqualTo(problem));
    }

    @Test
    void neverShowsAPassword() {
        assertThatThrownBy(() -> TeoEndpoint.of("https://user:canary@a.test/x"))
                .hasMessageNotContaining("canary");
    }
}
