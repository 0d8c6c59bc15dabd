package edgeone.purge.probe.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.probe.Answer;
import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.Probe.Failure;
import edgeone.purge.model.probe.ProbeTrouble;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.probe.Verdict.Kind;
import edgeone.purge.model.probe.Verdict.Reason;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

final class VerdictRulesTest {
    private static final String TARGET = "https://www.example.com/a";

    /** The second in which the purge was taken. */
    private static final Instant TAKEN = Instant.parse("2026-11-26T10:00:00Z");

    /** A minute later. */
    private static final Instant LATER = TAKEN.plusSeconds(60);

    @Test
    void anOlderObjectIsStale() {
        assertThat(verdict(answer("HIT", 61L, LATER))).isEqualTo(Verdict.of(Kind.STALE, null));
    }

    @Test
    void aYoungerObjectIsFresh() {
        assertThat(verdict(answer("HIT", 58L, LATER)).kind()).isEqualTo(Kind.FRESH);
        assertThat(verdict(answer("MISS", 0L, LATER)).kind()).isEqualTo(Kind.FRESH);
        assertThat(verdict(answer("RefreshHit", 0L, LATER)).kind()).isEqualTo(Kind.FRESH);
    }

    /** Date, age and the time of the purge are whole seconds: in between nothing is proven. */
    @ParameterizedTest
    @CsvSource({"59", "60"})
    void withinASecondNothingIsProven(long age) {
        assertThat(verdict(answer("HIT", age, LATER)))
                .isEqualTo(Verdict.unclear(Reason.TOO_CLOSE, null));
    }

    /** Against every moment that whole seconds can stand for. */
    @Test
    void roundingNeverMakesAnOldObjectFreshOrAYoungOneStale() {
        SplittableRandom random = new SplittableRandom(17);
        for (int i = 0; i < 200_000; i++) {
            Instant purged = TAKEN.plusMillis(random.nextInt(1_000));
            Instant fetched = purged.plusMillis(random.nextInt(-4_000, 4_000));
            Instant asked = purged.plusMillis(random.nextInt(4_000, 9_000));
            long age = Duration.between(fetched, asked).toSeconds();
            Instant date = asked.truncatedTo(ChronoUnit.SECONDS);
            Kind kind = verdict(answer("HIT", age, date)).kind();
            if (kind == Kind.FRESH) {
                assertThat(fetched).isAfterOrEqualTo(purged);
            } else if (kind == Kind.STALE) {
                assertThat(fetched).isBefore(purged);
            }
        }
    }

    @Test
    void theSameBytesAreUnchangedOnlyWhereThatIsProven() {
        assertThat(etags("\"v1\"", "\"v1\"")).isEqualTo(Kind.UNCHANGED);
        assertThat(etags("\"v1\"", "\"v2\"")).isEqualTo(Kind.FRESH);
        assertThat(etags("W/\"v1\"", "W/\"v1\"")).isEqualTo(Kind.FRESH);
        assertThat(etags(null, null)).isEqualTo(Kind.FRESH);
    }

    @Test
    void whatWasNotCachedIsNotCalledFresh() {
        Answer miss = answer("MISS", 0L, TAKEN.minusSeconds(5));
        assertThat(verdict(miss, answer("MISS", 0L, LATER)).kind()).isEqualTo(Kind.WAS_NOT_CACHED);
        assertThat(verdict(miss, answer("HIT", 65L, LATER)).kind())
                .as("what the first probe brought into the cache survived the purge")
                .isEqualTo(Kind.STALE);
    }

    @Test
    void aRedirectNamesItsTargetUnlessItIsOlderItself() {
        Answer now = redirect("MISS", 0L);
        assertThat(verdict(now))
                .isEqualTo(Verdict.of(Kind.REDIRECT, null).with("https://www.example.com/b"));
        assertThat(verdict(redirect("HIT", 100L)).kind()).isEqualTo(Kind.STALE);
    }

    @Test
    void noAnswerIsUnreachable() {
        Probe after = new Probe(TARGET, null, 1, new Failure(ProbeTrouble.TIMEOUT, ""));
        assertThat(VerdictRules.of(new Evidence(List.of(), List.of(after), TAKEN)))
                .isEqualTo(Verdict.of(Kind.UNREACHABLE, null).with("timeout"));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(reason(answer(null, 0L, LATER))).isEqualTo(Reason.NOT_EDGEONE);
        assertThat(reason(answer("MISS", null, LATER))).isEqualTo(Reason.NO_AGE);
        assertThat(reason(answer("MISS", 0L, null))).isEqualTo(Reason.NO_DATE);
        assertThat(reason(answer("MISS", 100L, LATER))).isEqualTo(Reason.CONTRADICTION);
        assertThat(reason(status(503))).isEqualTo(Reason.STATUS);
        assertThat(reason(status(403))).isEqualTo(Reason.STATUS);
        assertThat(verdict(status(404)).kind()).isEqualTo(Kind.FRESH);
        Probe after = new Probe(TARGET, null, 1, answer("MISS", 0L, LATER));
        assertThat(VerdictRules.of(new Evidence(List.of(), List.of(after), null)).reason())
                .isEqualTo(Reason.NO_PURGE_TIME);
    }

    @Test
    void otherVariantsWereNotAskedFor() {
        Answer varies =
                new Answer(
                        200,
                        "MISS",
                        0L,
                        LATER,
                        null,
                        null,
                        "Accept-Encoding",
                        1L,
                        null,
                        null,
                        null,
                        "id");
        assertThat(reason(varies)).isEqualTo(Reason.VARY);
    }

    @Test
    void clocksThatDifferProveNothing() {
        Answer now = answer("MISS", 0L, LATER);
        assertThat(verdict(answer("HIT", 5L, TAKEN.plusSeconds(3)), now).reason())
                .as("the edge was ahead before the purge")
                .isEqualTo(Reason.CLOCKS_DIFFER);
        assertThat(verdict(answer("HIT", 5L, TAKEN.plusSeconds(2)), now).kind())
                .isEqualTo(Kind.FRESH);
        assertThat(reason(answer("HIT", 0L, TAKEN.minusSeconds(3))))
                .as("the edge was behind after it")
                .isEqualTo(Reason.CLOCKS_DIFFER);
    }

    @Test
    void ofSeveralEdgesTheWorstCounts() {
        List<Probe> after = new ArrayList<>();
        after.add(new Probe(TARGET, "a", 1, answer("MISS", 0L, LATER)));
        after.add(new Probe(TARGET, "b", 1, answer("HIT", 90L, LATER)));
        after.add(new Probe(TARGET, "c", 1, new Failure(ProbeTrouble.TIMEOUT, "")));
        assertThat(VerdictRules.of(new Evidence(List.of(), after, TAKEN)))
                .isEqualTo(Verdict.of(Kind.STALE, "b"));
        assertThat(VerdictRules.of(new Evidence(List.of(), after.subList(0, 1), TAKEN)).kind())
                .isEqualTo(Kind.FRESH);
    }

    private static Kind etags(@Nullable String before, @Nullable String now) {
        return verdict(etag(before, 5L, TAKEN.minusSeconds(5), "HIT"), etag(now, 0L, LATER, "MISS"))
                .kind();
    }

    private static Answer etag(@Nullable String etag, Long age, Instant date, String cacheStatus) {
        return new Answer(
                206, cacheStatus, age, date, etag, null, null, 1L, null, null, null, "id");
    }

    private static Answer status(int status) {
        return new Answer(status, "MISS", 0L, LATER, null, null, null, 1L, null, null, null, "id");
    }

    private static Answer redirect(String cacheStatus, Long age) {
        return new Answer(
                302,
                cacheStatus,
                age,
                LATER,
                null,
                null,
                null,
                1L,
                null,
                null,
                "https://www.example.com/b",
                "id");
    }

    private static Answer answer(
            @Nullable String cacheStatus, @Nullable Long age, @Nullable Instant date) {
        return new Answer(
                206, cacheStatus, age, date, null, null, null, 1L, null, null, null, null);
    }

    private static @Nullable Reason reason(Answer now) {
        return verdict(now).reason();
    }

    private static Verdict verdict(Answer now) {
        return verdict(null, now);
    }

    private static Verdict verdict(@Nullable Answer before, Answer now) {
        List<Probe> first =
                before == null ? List.of() : List.of(new Probe(TARGET, null, 1, before));
        Probe after = new Probe(TARGET, null, 1, now);
        return VerdictRules.of(new Evidence(first, List.of(after), TAKEN));
    }
}
