package edgeone.purge.engine.calls;

import edgeone.purge.teo.watch.CallReport;
import edgeone.purge.teo.watch.CallSubject;

import java.util.LinkedHashMap;

/**
 * Counts attempts: the same request for the same purpose is the next attempt as long as it ends
 * with an error. Used by one thread.
 */
final class Attempts {
    private static final int REMEMBERED = 500;

    private final LinkedHashMap<Request, Integer> failed = new LinkedHashMap<>();

    /**
     * A request, without its body, which may be long.
     *
     * @param job empty for none
     */
    private record Request(String action, String job, int batch, long size, int hash) {
        static Request of(CallReport call) {
            CallSubject subject = call.subject();
            return new Request(
                    call.action(),
                    subject == null ? "" : subject.jobId(),
                    subject == null ? 0 : subject.batch(),
                    call.request().size(),
                    call.request().hashCode());
        }
    }

    /** The number of this attempt. */
    int next(CallReport call) {
        Request request = Request.of(call);
        Integer before = failed.remove(request);
        CallSubject subject = call.subject();
        int attempt =
                Math.max(subject == null ? 1 : subject.attempt(), before == null ? 1 : before + 1);
        if (call.code() != null) {
            failed.put(request, attempt);
            if (failed.size() > REMEMBERED) {
                failed.pollFirstEntry();
            }
        }
        return attempt;
    }
}
