package edgeone.purge.engine.read;

import edgeone.purge.history.JobListing;
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
 * The list of jobs of the journal. It is read beside everything else, so that a long search holds
 * up no purge.
 */
final class JournalListing implements JobListing {
    private final ListingRepository journal;
    private final OwnershipRepository ownership;
    private final AtomicLong questions = new AtomicLong();

    JournalListing(ListingRepository journal, OwnershipRepository ownership) {
        this.journal = journal;
        this.ownership = ownership;
    }

    @Override
    public Question ask(JobFilter filter, JobOrder order) {
        return new Asked(questions.incrementAndGet(), filter, order);
    }

    private final class Asked implements Question {
        private final long number;
        private final JobFilter filter;
        private final JobOrder order;

        Asked(long number, JobFilter filter, JobOrder order) {
            this.number = number;
            this.filter = filter;
            this.order = order;
        }

        @Override
        public List<JobSummary> jobs(int offset, int limit) {
            ownership.settleOrphans();
            return journal.jobs(number, filter, order, offset, limit);
        }

        @Override
        public OptionalInt position(String jobId) {
            return journal.position(number, filter, order, jobId);
        }

        @Override
        public Map<JobState, Integer> counts() {
            return journal.counts(number, filter);
        }

        @Override
        public JobFacets facets() {
            return journal.facets(number);
        }
    }
}
