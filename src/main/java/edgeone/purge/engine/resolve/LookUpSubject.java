package edgeone.purge.engine.resolve;

import edgeone.purge.journal.OpenBatch;
import edgeone.purge.teo.watch.CallSubject;

import java.util.List;
import java.util.Optional;

/** What a look-up is made for, as the record of calls says it. Pure. */
final class LookUpSubject {
    private LookUpSubject() {}

    /**
     * The batch, if one is looked for; the job, if several of one job are; else nothing.
     *
     * @param wanted at least one
     */
    static Optional<CallSubject> of(List<OpenBatch> wanted) {
        OpenBatch first = wanted.getFirst();
        if (!wanted.stream().allMatch(batch -> batch.jobId().equals(first.jobId()))) {
            return Optional.empty();
        }
        return Optional.of(new CallSubject(first.jobId(), wanted.size() == 1 ? first.n() : 0, 1));
    }
}
