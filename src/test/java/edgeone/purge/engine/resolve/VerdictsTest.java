package edgeone.purge.engine.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.ProgressRepository.Fate;
import edgeone.purge.journal.UnknownBatchRepository;
import edgeone.purge.model.TargetState;
import edgeone.purge.teo.reply.PurgeTask;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** The mapping from EdgeOne's statuses to states. */
final class VerdictsTest {
    private static PurgeTask row(
            String status, @Nullable String failType, @Nullable String failMessage) {
        return new PurgeTask(
                "t", "a", "purge_url", null, status, null, null, failType, failMessage);
    }

    @ParameterizedTest
    @CsvSource({
        "success,,,SUCCEEDED,,",
        "processing,,,PROCESSING,,",
        "failed,taskFailed,node refused,FAILED,node refused,taskFailed",
        "failed,taskFailed,,FAILED,taskFailed,taskFailed",
        "failed,,,FAILED,failed,failed",
        "failed,brandNewType,words,FAILED,words,brandNewType",
        "timeout,,,TIMED_OUT,timeout,timeout",
        "canceled,,,CANCELED,canceled,canceled",
        "success,taskFailed,odd,SUCCEEDED,,"
    })
    void mapsEdgeOnesStatuses(
            String status,
            @Nullable String failType,
            @Nullable String failMessage,
            TargetState state,
            @Nullable String reason,
            @Nullable String code) {
        assertThat(Verdicts.fate(row(status, failType, failMessage)))
                .isEqualTo(new Fate(state, reason, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Success", "SUCCESS", "succeeded", "done", "", "invalid", "finished"})
    void anUnknownStatusIsNeverFinal(String status) {
        assertThat(Verdicts.fate(row(status, null, null)).state())
                .isEqualTo(TargetState.PROCESSING);
    }

    @Test
    void aPrefetchWithoutASuccessOfTheOriginFailed() {
        PurgeTask row =
                new PurgeTask("j", "a", "prefetch_url", null, "invalid", null, null, null, null);
        assertThat(Verdicts.fate(row))
                .isEqualTo(new Fate(TargetState.FAILED, "invalid", "invalid"));
        assertThat(Verdicts.mayPassNow(TargetState.FAILED, "invalid")).isTrue();
    }

    @Test
    void severalRowsOfATargetGiveTheLeastCertainState() {
        PurgeTask success = row("success", null, null);
        PurgeTask processing = row("processing", null, null);
        PurgeTask failed = row("failed", null, null);
        assertThat(Verdicts.fate(List.of(success, processing, failed)).state())
                .isEqualTo(TargetState.PROCESSING);
        assertThat(Verdicts.fate(List.of(success, failed)).state()).isEqualTo(TargetState.FAILED);
        assertThat(Verdicts.fate(List.of(success, success)).state())
                .isEqualTo(TargetState.SUCCEEDED);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED,taskFailed,true",
        "FAILED,originPullFailed,true",
        "FAILED,downloadManifestFailed,true",
        "FAILED,quotaExceeded,false",
        "FAILED,accessDenied,false",
        "TIMED_OUT,timeout,true",
        "REJECTED,RequestLimitExceeded,true",
        "REJECTED,InternalError.BackendError,true",
        "REJECTED,FailedList,false",
        "REJECTED,LimitExceeded.DailyQuota,false",
        "REJECTED,LimitExceeded.BatchQuota,false",
        "REJECTED,AuthFailure.UnauthorizedOperation,false",
        "REJECTED,InvalidParameter.Target,false",
        "REJECTED,InvalidParameter.DomainNotFound,false",
        "CANCELED,canceled,true",
        "CANCELED,,false",
        "SUCCEEDED,,false",
        "UNKNOWN,,false"
    })
    void knowsWhatMaySucceedNow(TargetState state, @Nullable String code, boolean expected) {
        assertThat(Verdicts.mayPassNow(state, code)).isEqualTo(expected);
    }

    @Test
    void aTargetWithALostReasonMayBeRetried() {
        assertThat(Verdicts.mayPassNow(TargetState.REJECTED, UnknownBatchRepository.REASON_LOST))
                .isTrue();
    }
}
