package edgeone.purge.team.read;

import edgeone.purge.history.JobListing;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.query.JobFacets;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

/** The list of the team's jobs. Rows do not wait for counts, which take longer. */
final class TeamListing implements JobListing {
    private final SideLine rows;
    private final SideLine counts;
    private final AtomicLong questions = new AtomicLong();

    TeamListing(Lines lines) {
        rows = new SideLine(lines);
        counts = new SideLine(lines);
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
            return rows.read(number, c -> new JobList(c, filter).page(order, offset, limit));
        }

        @Override
        public OptionalInt position(String jobId) {
            return rows.read(number, c -> new JobList(c, filter).position(order, jobId));
        }

        @Override
        public Map<JobState, Integer> counts() {
            return counts.read(number, c -> new JobList(c, filter).counts());
        }

        @Override
        public JobFacets facets() {
            return counts.read(number, JobList::facets);
        }
    }
}
