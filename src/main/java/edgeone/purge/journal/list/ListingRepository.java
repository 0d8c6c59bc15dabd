package edgeone.purge.journal.list;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.file.SideReader;
import edgeone.purge.journal.rows.JobStates;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.query.JobFacets;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Lists jobs beside everything else that reads the journal. Rows and counts have a connection each:
 * counting takes longer and must not hold up a page. Every call has the number of its question; a
 * newer question stops the older ones with a {@link java.util.concurrent.CancellationException}.
 */
public final class ListingRepository {
    private final SideReader rows;
    private final SideReader counts;
    private final JobStates states;

    ListingRepository(Journal journal, JobStates states) {
        rows = journal.beside();
        counts = journal.beside();
        this.states = states;
    }

    /** See {@link HistoryRepository#jobs}. */
    public List<JobSummary> jobs(
            long question, JobFilter filter, JobOrder order, int offset, int limit) {
        return rows.read(question, c -> new JobList(c, filter, states).page(order, offset, limit));
    }

    /** How many jobs are listed before this one; empty if it is not listed. */
    public OptionalInt position(long question, JobFilter filter, JobOrder order, String jobId) {
        return rows.read(question, c -> new JobList(c, filter, states).position(order, jobId));
    }

    /** See {@link HistoryRepository#counts}. */
    public Map<JobState, Integer> counts(long question, JobFilter filter) {
        return counts.read(question, c -> new JobList(c, filter, states).counts());
    }

    public JobFacets facets(long question) {
        return counts.read(
                question,
                c -> {
                    Map<String, String> zones = new HashMap<>();
                    Sql.each(
                            c,
                            r -> zones.put(r.getString(1), r.getString(2)),
                            "SELECT zone_id, coalesce(nullif(zone_name, ''), zone_id),"
                                    + " max(created_at) FROM job GROUP BY zone_id");
                    List<String> accounts =
                            Sql.list(
                                    c,
                                    r -> r.getString(1),
                                    "SELECT name FROM account UNION SELECT account FROM job WHERE"
                                            + " account_id IS NULL ORDER BY 1");
                    return new JobFacets(zones, accounts);
                });
    }
}
