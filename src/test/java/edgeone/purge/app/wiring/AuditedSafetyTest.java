package edgeone.purge.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.accounts.SafetyLog;
import edgeone.purge.journal.AuditRepository;
import edgeone.purge.journal.AuditRepository.Entry;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.model.SafetyLevel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

final class AuditedSafetyTest {
    @TempDir private Path home;

    @Test
    void aLoweringIsRecordedWithTheIdAndNameAtThatTime() throws Exception {
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        try (Journal journal = Journal.open(home, Clock.systemUTC())) {
            AuditRepository audit = new AuditRepository(journal);
            new AuditedSafety(audit)
                    .lowering(
                            new SafetyLog.Lowering(
                                    "id-1",
                                    "alpha",
                                    at,
                                    SafetyLevel.READ_ONLY,
                                    SafetyLevel.NORMAL,
                                    SafetyLevel.READ_ONLY,
                                    at.plusSeconds(600)));
            assertThat(audit.all())
                    .singleElement()
                    .returns("id-1", Entry::accountId)
                    .returns("alpha", Entry::account)
                    .returns(at, Entry::at);
        }
    }
}
