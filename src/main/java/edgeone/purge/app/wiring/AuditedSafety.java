package edgeone.purge.app.wiring;

import edgeone.purge.accounts.SafetyLog;
import edgeone.purge.journal.AuditRepository;
import edgeone.purge.journal.file.JournalException;

import java.io.IOException;

/** Records lowered safety levels in the journal. */
final class AuditedSafety implements SafetyLog {
    private final AuditRepository audit;

    AuditedSafety(AuditRepository audit) {
        this.audit = audit;
    }

    @Override
    public void lowering(Lowering lowering) throws IOException {
        String detail =
                "%s to %s until %s, then %s"
                        .formatted(
                                lowering.from().label(),
                                lowering.to().label(),
                                lowering.until(),
                                lowering.standing().label());
        try {
            audit.add(
                    new AuditRepository.Entry(
                            lowering.at(),
                            lowering.account(),
                            lowering.accountId(),
                            "safety-lowered",
                            detail));
        } catch (JournalException e) {
            throw new IOException("cannot record the change in the journal: " + e.getMessage(), e);
        }
    }
}
