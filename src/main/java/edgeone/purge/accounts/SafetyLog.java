package edgeone.purge.accounts;

import edgeone.purge.model.SafetyLevel;

import java.io.IOException;
import java.time.Instant;

/** Keeps a record of every lowering. The journal implements it. */
public interface SafetyLog {

    /**
     * Called before the lower level takes effect; if this fails, it does not.
     *
     * @throws IOException the record could not be kept
     */
    void lowering(Lowering lowering) throws IOException;

    /**
     * One lowering.
     *
     * @param accountId the account's ID, which does not change when it is renamed
     * @param account its name at that time
     * @param until when {@code standing} applies again
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
