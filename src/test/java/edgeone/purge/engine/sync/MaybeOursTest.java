package edgeone.purge.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.ForeignJob;
import edgeone.purge.journal.ForeignJob.Line;
import edgeone.purge.journal.OpenBatch;
import edgeone.purge.journal.ProgressRepository.Fate;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.model.Origin;
import edgeone.purge.model.Provenance;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetState;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What may be ours is not taken for somebody else's. */
final class MaybeOursTest {
    private static final Instant SENT = Instant.parse("2026-11-20T10:00:01.400Z");
    private static final Instant SECOND = Instant.parse("2026-11-20T10:00:01Z");
    private static final String PAGE = "https://www.example.com/a%2fb";

    private static OpenBatch batch(@Nullable Instant closedAt, String... targets) {
        return new OpenBatch(
                "ours",
                1,
                closedAt == null ? BatchState.SENDING : BatchState.UNKNOWN,
                null,
                List.of(targets),
                SENT,
                SENT,
                closedAt,
                1);
    }

    private static ForeignJob listed(PurgeType type, Instant created, String... targets) {
        return new ForeignJob(
                new Job(
                                "theirs",
                                created,
                                "account",
                                "id",
                                "fingerprint",
                                "https://e",
                                "zone-1",
                                "example.com",
                                type,
                                null,
                                List.of(),
                                null)
                        .from(new Provenance(Origin.ELSEWHERE, null, null, null, null, null)),
                "task",
                Stream.of(targets)
                        .map(t -> new Line(t, new Fate(TargetState.SUCCEEDED, null, null)))
                        .toList(),
                created);
    }

    private static boolean mayBe(OpenBatch ours, ForeignJob theirs) {
        return new MaybeOurs(theirs.job().type(), List.of(ours), Duration.ZERO).test(theirs);
    }

    @Test
    void oneTargetInCommonIsEnoughHoweverItIsSpelled() {
        OpenBatch ours = batch(SENT.plusSeconds(20), PAGE, "https://www.example.com/c");
        assertThat(mayBe(ours, listed(PurgeType.URL, SECOND, "HTTPS://WWW.example.com/a%2Fb")))
                .isTrue();
        assertThat(mayBe(ours, listed(PurgeType.URL, SECOND, "https://www.example.com/d")))
                .isFalse();
    }

    @Test
    void whatWasCreatedBeforeItWasSentIsNotIt() {
        OpenBatch ours = batch(SENT.plusSeconds(20), PAGE);
        assertThat(mayBe(ours, listed(PurgeType.URL, SECOND.minusSeconds(2), PAGE))).isFalse();
    }

    @Test
    void whatWasCreatedLongAfterItsConnectionWasClosedIsNotIt() {
        Instant later = SECOND.plusSeconds(3_600);
        assertThat(mayBe(batch(SENT.plusSeconds(20), PAGE), listed(PurgeType.URL, later, PAGE)))
                .isFalse();
        assertThat(mayBe(batch(null, PAGE), listed(PurgeType.URL, later, PAGE))).isTrue();
    }

    @Test
    void aWholeZoneIsOneWhateverItsTargetIsCalled() {
        assertThat(mayBe(batch(null), listed(PurgeType.ALL, SECOND, "example.com"))).isTrue();
    }

    @Test
    void theClocksMayDiffer() {
        Instant closed = SENT.minus(Duration.ofHours(1));
        ForeignJob theirs = listed(PurgeType.URL, SECOND, PAGE);
        Duration ahead = Duration.ofHours(1);
        assertThat(new MaybeOurs(PurgeType.URL, List.of(batch(closed, PAGE)), ahead).test(theirs))
                .isTrue();
    }
}
