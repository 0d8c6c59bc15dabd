package edgeone.purge.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EdgeAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7",
                "203.0.113.7:8443",
                "edge.example.com",
                "edge.example.com:443",
                "[2001:db8::1]",
                "[2001:db8::1]:443",
                "http://127.0.0.1:8080",
                "http://localhost:80",
                "http://[::1]:80"
            })
    void readsWhatItWrites(String text) {
        assertThat(EdgeAddress.of(text).map(EdgeAddress::toString)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a:0",
                "a:65536",
                "a:x",
                "2001:db8::1",
                "https://a",
                "http://203.0.113.7:80",
                "user@a",
                "a/path"
            })
    void refusesTheRest(String text) {
        assertThat(EdgeAddress.of(text)).isEmpty();
    }
}
