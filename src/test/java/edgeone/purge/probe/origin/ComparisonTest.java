package edgeone.purge.probe.origin;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.probe.Answer;
import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.Probe.Failure;
import edgeone.purge.model.probe.ProbeTrouble;
import edgeone.purge.probe.origin.Finding.Doubt;
import edgeone.purge.probe.origin.Finding.New;
import edgeone.purge.probe.origin.Finding.Old;
import edgeone.purge.probe.origin.Finding.Unknown;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

final class ComparisonTest {
    private static final String DAY = "Thu, 26 Nov 2026 10:00:00 GMT";
    private static final String NEXT = "Fri, 27 Nov 2026 10:00:00 GMT";

    /** The hash decides, whatever the other headers say. */
    @Test
    void sameBytesAreOldAndOthersNew() {
        assertThat(of(edge("a", "\"1\"", null, 5L), origin("a", "\"2\"", null, 5L)))
                .isEqualTo(new Old());
        assertThat(of(edge("a", "\"1\"", DAY, 5L), origin("b", "\"1\"", DAY, 5L)))
                .isEqualTo(new New(true));
    }

    /** Of bodies that are too long to be read. */
    @ParameterizedTest
    @CsvSource({
        "'\"1\"', '\"1\"', 1, 2, 5, 5, OLD",
        "'\"1\"', '\"2\"', 1, 1, 5, 5, NEW",
        "'\"1\"', '\"1\"', 1, 1, 5, 6, NEW",
        "'W/\"1\"', 'W/\"1\"', 1, 1, 5, 5, OLD",
        "'W/\"1\"', 'W/\"1\"', 1, 2, 5, 5, NEW",
        "'W/\"1\"', 'W/\"2\"', , , 5, 5, UNKNOWN",
        ", , 1, 1, , , UNKNOWN",
        ", , 1, 1, 5, 5, OLD",
        ", , 1, , 5, 5, UNKNOWN"
    })
    void withoutHashesTheHeadersDecide(
            @Nullable String tag,
            @Nullable String otherTag,
            @Nullable Integer modified,
            @Nullable Integer otherModified,
            @Nullable Long bytes,
            @Nullable Long otherBytes,
            String wanted) {
        Finding found =
                of(
                        edge(null, tag, day(modified), bytes),
                        origin(null, otherTag, day(otherModified), otherBytes));
        Finding expected =
                switch (wanted) {
                    case "OLD" -> new Old();
                    case "NEW" -> new New(true);
                    default -> new Unknown(Doubt.NO_VALIDATOR, null);
                };
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aWholeBodyIsNotALongerOne() {
        assertThat(of(edge("a", "\"1\"", DAY, null), origin(null, "\"1\"", DAY, null)))
                .isEqualTo(new New(true));
    }

    @Test
    void whatTheEdgeDoesNotHoldIsNew() {
        assertThat(of(answer(200, "MISS", "a", null), answer(200, null, "a", null)))
                .isEqualTo(new New(false));
        assertThat(of(answer(200, "RefreshHit", "a", null), answer(200, null, "a", null)))
                .isEqualTo(new Old());
    }

    @Test
    void anAnswerPastEdgeOneProvesNothing() {
        assertThat(of(answer(200, null, "a", null), answer(200, null, "a", null)))
                .isEqualTo(new Unknown(Doubt.NOT_EDGEONE, null));
    }

    @Test
    void anErrorProvesNothingEvenOfWhatIsNotHeld() {
        assertThat(of(answer(200, "MISS", "a", null), answer(503, null, "b", null)))
                .isEqualTo(new Unknown(Doubt.ORIGIN_STATUS, null));
        assertThat(of(answer(403, "HIT", "a", null), answer(200, null, "b", null)))
                .isEqualTo(new Unknown(Doubt.EDGE_STATUS, null));
        assertThat(of(answer(200, "HIT", "a", null), answer(206, null, "b", null)))
                .isEqualTo(new Unknown(Doubt.ORIGIN_STATUS, null));
    }

    @Test
    void aFileThatIsGoneOrCameIsNew() {
        assertThat(of(answer(200, "HIT", "a", null), answer(404, null, "b", null)))
                .isEqualTo(new New(true));
        assertThat(of(answer(404, "HIT", "b", null), answer(200, null, "a", null)))
                .isEqualTo(new New(true));
        assertThat(of(answer(404, "HIT", "b", null), answer(410, null, "c", null)))
                .isEqualTo(new Old());
    }

    @Test
    void aRedirectIsOldOrUnknown() {
        Answer edge = answer(301, "HIT", "a", "/new");
        assertThat(of(edge, answer(301, null, "b", "/new"))).isEqualTo(new Old());
        for (Answer origin :
                List.of(
                        answer(301, null, "a", "/other"),
                        answer(302, null, "a", "/new"),
                        answer(200, null, "a", null))) {
            assertThat(of(edge, origin)).isEqualTo(new Unknown(Doubt.REDIRECT, null));
        }
        assertThat(of(answer(200, "HIT", "a", null), answer(302, null, "a", "/x")))
                .isEqualTo(new Unknown(Doubt.REDIRECT, null));
    }

    @Test
    void noAnswerIsUnknown() {
        Failure failure = new Failure(ProbeTrouble.TIMEOUT, "");
        Probe held = probe(answer(200, "HIT", "a", null));
        assertThat(Comparison.of(List.of(held), probe(failure)))
                .isEqualTo(new Unknown(Doubt.ORIGIN_FAILED, failure));
        assertThat(Comparison.of(List.of(probe(failure)), held))
                .isEqualTo(new Unknown(Doubt.EDGE_FAILED, failure));
    }

    /** One edge with other bytes makes a purge worthwhile; one without any does not. */
    @Test
    void ofSeveralEdgesTheOneWithOtherBytesCounts() {
        Answer same = answer(200, "HIT", "a", null);
        Answer other = answer(200, "HIT", "b", null);
        Answer none = answer(200, "MISS", "a", null);
        Answer refused = answer(403, "HIT", "c", null);
        Answer origin = answer(200, null, "a", null);
        assertThat(of(origin, same, other, none)).isEqualTo(new New(true));
        assertThat(of(origin, none, same, refused)).isEqualTo(new Old());
        assertThat(of(origin, none, refused)).isEqualTo(new Unknown(Doubt.EDGE_STATUS, null));
        assertThat(of(origin, none, none)).isEqualTo(new New(false));
    }

    private static Finding of(Answer origin, Answer first, Answer second, Answer... more) {
        List<Probe> edges =
                Stream.concat(Stream.of(first, second), Arrays.stream(more))
                        .map(ComparisonTest::probe)
                        .toList();
        return Comparison.of(edges, probe(origin));
    }

    private static Finding of(Answer edge, Answer origin) {
        return Comparison.of(List.of(probe(edge)), probe(origin));
    }

    private static Probe probe(Probe.Outcome outcome) {
        return new Probe("https://www.example.com/a", null, 1, outcome);
    }

    private static @Nullable String day(@Nullable Integer number) {
        return number == null ? null : number == 1 ? DAY : NEXT;
    }

    private static Answer edge(
            @Nullable String hash,
            @Nullable String tag,
            @Nullable String modified,
            @Nullable Long bytes) {
        return answer(200, "HIT", hash, tag, modified, bytes, null);
    }

    private static Answer origin(
            @Nullable String hash,
            @Nullable String tag,
            @Nullable String modified,
            @Nullable Long bytes) {
        return answer(200, null, hash, tag, modified, bytes, null);
    }

    private static Answer answer(
            int http, @Nullable String cache, String hash, @Nullable String location) {
        return answer(http, cache, hash, null, null, null, location);
    }

    private static Answer answer(
            int http,
            @Nullable String cache,
            @Nullable String hash,
            @Nullable String tag,
            @Nullable String modified,
            @Nullable Long bytes,
            @Nullable String location) {
        return new Answer(
                http, cache, null, null, tag, modified, null, bytes, null, hash, location, null);
    }
}
