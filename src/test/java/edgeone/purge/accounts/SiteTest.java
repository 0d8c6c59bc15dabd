package edgeone.purge.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.teo.net.TeoEndpoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SiteTest {
    @Test
    void officialSitesHaveLabelsAndUrls() throws Exception {
        assertThat(Site.of("cn")).isEqualTo(Site.CHINA);
        assertThat(Site.of("INTL")).isEqualTo(Site.INTERNATIONAL);
        assertThat(Site.of("https://TEO.intl.tencentcloudapi.com:443/"))
                .isEqualTo(Site.INTERNATIONAL);
        assertThat(Site.ofHost("teo.tencentcloudapi.com")).isEqualTo(Site.CHINA);
        assertThat(Site.CHINA.other()).contains(Site.INTERNATIONAL);
        assertThat(Site.INTERNATIONAL.other()).contains(Site.CHINA);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/, http://127.0.0.1:8080",
        "http://LocalHost:1, http://localhost:1",
        "http://[::1]:9, http://[::1]:9",
        "https://teo.ap-hongkong.tencentcloudapi.com, https://teo.ap-hongkong.tencentcloudapi.com",
    })
    void aCustomEndpointIsStoredInOneSpelling(String text, String endpoint) throws Exception {
        assertThat(Site.of(text)).isEqualTo(new Site.Own(TeoEndpoint.of(endpoint)));
        assertThat(Site.of(Site.of(text).label())).isEqualTo(Site.of(text));
        assertThat(Site.of(text).other()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://teo.tencentcloudapi.com, ENDPOINT_NOT_SAFE",
        "http://127.0.0.1.example.com, ENDPOINT_NOT_SAFE",
        "http://localhost.example.com, ENDPOINT_NOT_SAFE",
        "http://10.0.0.1, ENDPOINT_NOT_SAFE",
        "ftp://localhost, ENDPOINT_NOT_URL",
        "china, ENDPOINT_NOT_URL",
        "https://, ENDPOINT_NOT_URL",
        "https://host:99999, ENDPOINT_NOT_URL",
        "https://a b, ENDPOINT_NOT_URL",
        "https://user:pass@host, ENDPOINT_HAS_MORE",
        "https://host/path, ENDPOINT_HAS_MORE",
        "https://host?x=1, ENDPOINT_HAS_MORE",
    })
    void anInvalidEndpointIsRefused(String text, AccountProblem problem) {
        assertThatThrownBy(() -> Site.of(text))
                .isInstanceOfSatisfying(
                        AccountException.class,
                        e -> assertThat(e.problems()).containsExactly(problem));
    }
}
