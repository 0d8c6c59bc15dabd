package edgeone.purge.team.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a check of a team's history found.
 *
 * @param machines how many machines there are
 * @param entries how many entries
 * @param incomplete of how many jobs rows are still to come, with entries that a machine has not
 *     published yet
 * @param broken what is wrong first; null if nothing is
 */
public record TeamReport(long machines, long entries, long incomplete, @Nullable Broken broken) {

    /** What is wrong first, on which machine. */
    public sealed interface Broken {
        String machine();

        /** An entry was changed, removed or inserted; or the ones after it are missing. */
        record Entry(String machine, long n) implements Broken {}

        /** The rows of a job are not what the entries say, or are gone, or have no entry. */
        record Job(String machine, String id) implements Broken {}
    }
}
