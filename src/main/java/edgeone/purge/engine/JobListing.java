package edgeone.purge.engine;

import edgeone.purge.journal.OwnershipRepository;
import edgeone.purge.journal.list.ListingRepository;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.query.JobFacets;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The list of jobs for somebody who keeps changing what to list. It is read beside everything else,
 * so that a long search holds up no purge, and only for the newest question: the calls of older
 * ones end with a {@link java.util.concurrent.CancellationException}.
 */
public final class JobListing {
    private final ListingRepository journal;
    private final OwnershipRepository ownership;
    private final AtomicLong questions = new AtomicLong();

    JobListing(ListingRepository journal, OwnershipRepository ownership) {
        this.journal = journal;
        this.ownership = ownership;
    }

    /** Asks for other jobs, or for the same as they are now. Returns at once, on any thread. */
    public Question ask(JobFilter filter, JobOrder order) {
        return new Question(questions.incrementAndGet(), filter, order);
    }

    /** What is listed. Its calls block; use any thread but the JavaFX thread. */
    public final class Question {
        private final long number;
        private final JobFilter filter;
        private final JobOrder order;

        private Question(long number, JobFilter filter, JobOrder order) {
            this.number = number;
            this.filter = filter;
            this.order = order;
        }

        /**
         * A page.
         *
         * @param offset jobs left out before it
         */
        public List<JobSummary> jobs(int offset, int limit) {
            ownership.settleOrphans();
            return journal.jobs(number, filter, order, offset, limit);
        }

        /** How many jobs are listed before this one; empty if it is not listed. */
        public OptionalInt position(String jobId) {
            return journal.position(number, filter, order, jobId);
        }

        /** How many jobs there are by state, whatever states the filter asks for. */
        public Map<JobState, Integer> counts() {
            return journal.counts(number, filter);
        }

        /** What all jobs, listed or not, can be filtered by. */
        public JobFacets facets() {
            return journal.facets(number);
        }
    }
}
