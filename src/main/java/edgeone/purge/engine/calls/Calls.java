package edgeone.purge.engine.calls;

import edgeone.purge.journal.calls.CallRepository;
import edgeone.purge.journal.list.HistoryRepository;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.call.Call;
import edgeone.purge.model.call.CallDetail;
import edgeone.purge.model.call.CallFilter;
import edgeone.purge.model.call.CallText;
import edgeone.purge.model.call.Trace;
import edgeone.purge.teo.PurgeOrder;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The API calls as they were recorded. */
public final class Calls {
    private final CallRepository journal;
    private final HistoryRepository history;
    private final UnaryOperator<String> cover;

    /**
     * @param cover removes secrets from requests that are derived
     */
    public Calls(CallRepository journal, HistoryRepository history, UnaryOperator<String> cover) {
        this.journal = journal;
        this.history = history;
        this.cover = cover;
    }

    /**
     * Calls, newest first.
     *
     * @param offset calls left out before them
     */
    public List<Call> list(CallFilter filter, int offset, int limit) {
        return journal.calls(filter, offset, limit);
    }

    public int count(CallFilter filter) {
        return journal.count(filter);
    }

    /** Where a RequestId occurs, in upper or lower case. */
    public Trace ofRequest(String requestId) {
        return journal.traceRequest(requestId.strip());
    }

    /**
     * Where an error code occurs.
     *
     * @param limit how many calls at the most, and how many jobs
     */
    public Trace ofCode(String code, int limit) {
        return journal.traceCode(code, limit);
    }

    /** The list of calls for a window; each call makes another, closed with the journal. */
    public CallListing listing() {
        return new CallListing(journal.beside());
    }

    /** The number of the newest call; 0 if there is none. */
    public long newest() {
        return journal.newest();
    }

    /** The actions called lately. */
    public List<String> actions() {
        return journal.actions();
    }

    /** One call with its bodies; empty if there is none of that number, or no longer. */
    public Optional<CallDetail> find(long number) {
        return journal.find(number)
                .map(kept -> new CallDetail(kept.call(), request(kept), kept.reply()));
    }

    /** The request, made anew from job and batch where that is what was sent. */
    private CallText request(CallRepository.Kept kept) {
        List<String> targets = kept.targets();
        String jobId = kept.call().job();
        if (targets == null || jobId == null) {
            return kept.request();
        }
        return history.job(jobId)
                .map(JobSummary::job)
                .map(job -> PurgeOrder.of(job, targets))
                .map(PurgeOrder::body)
                .map(
                        body ->
                                new CallText(
                                        cover.apply(new String(body, StandardCharsets.UTF_8)),
                                        (long) body.length,
                                        false))
                .orElse(CallText.NONE);
    }
}
