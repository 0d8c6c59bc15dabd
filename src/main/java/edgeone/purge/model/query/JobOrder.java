package edgeone.purge.model.query;

/** How a list of jobs is sorted; jobs that are equal there are listed newest first. */
public record JobOrder(Column column, boolean descending) {
    public static final JobOrder NEWEST_FIRST = new JobOrder(Column.CREATED, true);

    /** What jobs are sorted by. */
    public enum Column {
        CREATED,
        STATE,
        ACCOUNT,
        ZONE,
        TYPE,
        METHOD,
        TARGETS,
        FAILED,
        TOOK
    }
}
