package edgeone.purge.model.call;

import java.util.List;

/**
 * Where a RequestId or an error code occurs in the journal, newest first. Of calls that only read,
 * old ones are no longer there; the record of a job is there as long as the job.
 */
public record Trace(List<Call> calls, List<TracedJob> jobs) {
    /** It occurs nowhere. */
    public static final Trace NONE = new Trace(List.of(), List.of());

    public Trace {
        calls = List.copyOf(calls);
        jobs = List.copyOf(jobs);
    }

    public boolean isEmpty() {
        return calls.isEmpty() && jobs.isEmpty();
    }
}
