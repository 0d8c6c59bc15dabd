package edgeone.purge.team.read;

import edgeone.purge.team.db.Signals;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Reads for the newest question only. Questions are numbered; a newer one stops the older ones.
 * Thread-safe.
 */
final class SideLine {
    private static final Logger LOG = LoggerFactory.getLogger(SideLine.class);

    private final Lines lines;
    private final Set<Running> running = new HashSet<>();
    private long newest;

    SideLine(Lines lines) {
        this.lines = lines;
    }

    /** What is read at the moment; each is a set member of its own. */
    private static final class Running {
        private final long question;
        private final Connection connection;

        Running(long question, Connection connection) {
            this.question = question;
            this.connection = connection;
        }
    }

    /**
     * Reads for a question.
     *
     * @throws CancellationException if there is a newer question
     * @throws UnreachableTeamException if the database cannot be read
     */
    <T> T read(long question, Lines.Work<T> work) {
        outdatedBy(question).forEach(this::stop);
        return lines.read(
                connection -> {
                    Running mine = new Running(question, connection);
                    begin(mine);
                    try {
                        return work.on(connection);
                    } finally {
                        // A connection that was stopped is not used again.
                        end(mine);
                    }
                });
    }

    private synchronized List<Running> outdatedBy(long question) {
        newest = Math.max(newest, question);
        return running.stream().filter(each -> each.question < newest).toList();
    }

    /** On a thread of its own: it takes a connection of its own. */
    private void stop(Running outdated) {
        Thread.ofVirtual()
                .name("team stop")
                .start(
                        () -> {
                            try {
                                Signals.stop(outdated.connection);
                            } catch (SQLException e) {
                                LOG.debug("cannot stop a question: {}", e.getMessage());
                            }
                        });
    }

    private synchronized void begin(Running mine) {
        refuseOutdated(mine.question);
        running.add(mine);
    }

    private synchronized void end(Running mine) {
        running.remove(mine);
        refuseOutdated(mine.question);
    }

    private void refuseOutdated(long question) {
        if (question < newest) {
            throw new CancellationException("a newer question was asked");
        }
    }
}
