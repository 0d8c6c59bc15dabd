package edgeone.purge.targets.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.EnumSet;
import java.util.Set;

final class TwinsTest {
    @ParameterizedTest
    @CsvSource({
        "SCHEME, https://a.b/c, http://a.b/c",
        "SCHEME, http://a.b/c?x=http://d, https://a.b/c?x=http://d",
        "SCHEME, http://a.b:8080/, https://a.b:8080/",
        "SCHEME, http://a.b:443/c, https://a.b/c",
        "SCHEME, https://a.b:80, http://a.b",
        "SLASH, https://a.b/c, https://a.b/c/",
        "SLASH, https://a.b/c/?x=/, https://a.b/c?x=/",
        "SLASH, https://a.b/c?x, https://a.b/c/?x",
        "SLASH, https://a.b/, ",
        "SLASH, https://a.b, ",
        "SLASH, https://a.b?x, ",
        "QUERY, https://a.b/c?x=1?y, https://a.b/c",
        "QUERY, https://a.b/c, ",
    })
    void eachKindHasItsTwin(TwinKind kind, String url, String twin) {
        assertThat(Twins.ofUrl(url, Set.of(kind)))
                .isEqualTo(twin == null ? java.util.List.of() : java.util.List.of(twin));
    }

    @Test
    void kindsAreCombined() {
        assertThat(Twins.ofUrl("https://a.b/c?x", EnumSet.allOf(TwinKind.class)))
                .containsExactlyInAnyOrder(
                        "http://a.b/c?x",
                        "https://a.b/c/?x",
                        "http://a.b/c/?x",
                        "https://a.b/c",
                        "http://a.b/c",
                        "https://a.b/c/",
                        "http://a.b/c/");
    }

    @Test
    void aDirectoryNeverGetsWider() {
        assertThat(Twins.ofDirectory("https://a.b/c/", EnumSet.allOf(TwinKind.class)))
                .containsExactly("http://a.b/c/");
        assertThat(Twins.ofDirectory("https://a.b/c/", EnumSet.of(TwinKind.SLASH, TwinKind.QUERY)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TwinKind.class)
    void eachKindHasALabel(TwinKind kind) {
        assertThat(kind.label()).matches("[a-z]+").isEqualToIgnoringCase(kind.name());
        assertThat(TwinKind.ofLabel(kind.label())).contains(kind);
        assertThat(TwinKind.ofLabel(kind.name())).isEmpty();
    }
}
