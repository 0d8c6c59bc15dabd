package edgeone.purge.engine.calls;

import edgeone.purge.journal.calls.CallRepository;
import edgeone.purge.model.call.Call;
import edgeone.purge.model.call.CallFilter;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The list of calls for somebody who keeps changing what to list. It is read beside everything
 * else, so that a long search holds up no purge, and only for the newest question: the calls of
 * older ones end with a {@link java.util.concurrent.CancellationException}.
 */
public final class CallListing {
    private final CallRepository.Beside journal;
    private final AtomicLong questions = new AtomicLong();

    CallListing(CallRepository.Beside journal) {
        this.journal = journal;
    }

    /** Asks for other calls, or for the same as they are now. Returns at once, on any thread. */
    public Question ask(CallFilter filter) {
        return new Question(questions.incrementAndGet(), filter);
    }

    /** What is listed. Its calls block; use any thread but the JavaFX thread. */
    public final class Question {
        private final long number;
        private final CallFilter filter;

        private Question(long number, CallFilter filter) {
            this.number = number;
            this.filter = filter;
        }

        /**
         * A page, newest first.
         *
         * @param offset calls left out before it
         */
        public List<Call> calls(int offset, int limit) {
            return journal.calls(number, filter, offset, limit);
        }

        public int count() {
            return journal.count(number, filter);
        }
    }
}
