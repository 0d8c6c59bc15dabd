package edgeone.purge.targets;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.TargetList.Target;
import edgeone.purge.targets.rules.TwinKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which twins of a list become targets. */
final class TargetTwinsTest {
    private static final ZoneHosts HOSTS = new ZoneHosts.Unchecked();

    private static TargetList read(PurgeType type, String text, Set<TwinKind> twins) {
        return TargetReader.read(type, TargetLines.of(text), HOSTS, new Cleaning(false, twins));
    }

    @Test
    void twinsStandBehindTheTargetsOnceEach() {
        String text = "http://a.b/c\nx\nhttps://a.b/d\nhttps://a.b/c\nhttps://a.b/d";
        TargetList list = read(PurgeType.URL, text, Set.of(TwinKind.SCHEME));
        assertThat(list.targets())
                .containsExactly(
                        new Target(1, "http://a.b/c"),
                        new Target(3, "https://a.b/d"),
                        new Target(4, "https://a.b/c"),
                        new Target(3, "http://a.b/d"));
        assertThat(list.twins()).isEqualTo(1);
        assertThat(list.duplicates()).isEqualTo(1);
        assertThat(list.refused()).isEqualTo(1);
        assertThat(list.lines()).isEqualTo(5);
    }

    @Test
    void nobodyGetsTwinsWithoutAskingForThem() {
        TargetList list = read(PurgeType.URL, "http://a.b/c", Set.of());
        assertThat(list.targets()).containsExactly(new Target(1, "http://a.b/c"));
        assertThat(list.twins()).isZero();
    }

    /** Not one whose port is told in another way, or that looks as if punctuation ended it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "URL | https://a.b/c | http://a.b/c https://a.b/c/ http://a.b/c/",
                "URL | https://a.b/c,?x | http://a.b/c,?x https://a.b/c,/?x http://a.b/c,/?x"
                        + " https://a.b/c,/ http://a.b/c,/",
                "URL | http://a.b:0443/ | ''",
                "PREFIX | https://a.b/c/ | http://a.b/c/",
                "PREFIX | http://a.b:0443/c/ | ''",
                "HOST | a.b | ''",
                "CACHE_TAG | https://a.b/c | ''",
            })
    void aTwinIsOneThatALineCouldSay(PurgeType type, String line, String expected) {
        List<String> twins = expected.isEmpty() ? List.of() : List.of(expected.split(" "));
        assertThat(TargetReader.explain(type, line, HOSTS).twins())
                .containsExactlyInAnyOrderElementsOf(twins);
        TargetList list = read(type, line, EnumSet.allOf(TwinKind.class));
        assertThat(list.twins()).isEqualTo(twins.size());
        assertThat(list.targets()).hasSize(1 + twins.size());
    }
}
