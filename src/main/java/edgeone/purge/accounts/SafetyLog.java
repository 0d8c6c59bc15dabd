package edgeone.purge.accounts;

import edgeone.purge.model.SafetyLevel;

import java.io.IOException;
import java.time.Instant;

/** Keeps a record of every lowering. The journal implements it. */
public interface SafetyLog {

    /**
     * Called before the lower level holds; where this fails, it never does.
     *
     * @throws IOException the record could not be kept
     */
    void lowering(Lowering lowering) throws IOException;

    /**
     * One lowering.
     *
     * @param accountId the account's id, which a renaming leaves as it is
     * @param account its name then
     * @param until when {@code standing} comes back
     */
    record Lowering(
            String accountId,
            String account,
            Instant at,
            SafetyLevel from,
            SafetyLevel to,
            SafetyLevel standing,
            Instant until) {}
}
