package edgeone.purge.commandline;

import edgeone.purge.model.Job;

/**
 * The account that is to be named on a command line.
 *
 * @param identity its ID, which does not change when it is renamed
 * @param name its name now
 * @param endpoint the API's URL
 */
public record SentBy(String identity, String name, String endpoint) {

    static SentBy of(Job job) {
        return new SentBy(
                job.accountId() == null ? job.account() : job.accountId(),
                job.account(),
                job.endpoint());
    }
}
