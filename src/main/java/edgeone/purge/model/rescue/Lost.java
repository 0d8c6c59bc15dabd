package edgeone.purge.model.rescue;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * What could not be read of a damaged journal.
 *
 * @param job the job's ID; null where it is not known or there is none
 * @param from the first that is lost, from 1: the row of a job, request, change of safety, entry or
 *     call, the number of a batch, the position of a target; 0 where that says nothing
 * @param to the last that is lost
 */
public record Lost(What what, @Nullable String job, long from, long to) {

    /** Which kind of thing. */
    public enum What {
        /** Accounts' last names; the program learns them again. */
        ACCOUNTS,
        /** Jobs with all that belongs to them. */
        JOBS,
        /** Batches; what is known of their targets is saved, and none of it is sent again. */
        BATCHES,
        TARGETS,
        REQUESTS,
        /** Recorded changes of safety levels. */
        SAFETY,
        /** Entries of the chain. */
        ENTRIES,
        /** API calls, beside the record. */
        CALLS,
        /** Up to when others' purges were read, and which of them were removed. */
        OTHERS;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
