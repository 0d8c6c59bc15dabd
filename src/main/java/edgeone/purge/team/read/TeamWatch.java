package edgeone.purge.team.read;

import edgeone.purge.history.SharedHistory.Watcher;
import edgeone.purge.history.SharedHistory.Watching;
import edgeone.purge.team.db.Signals;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Listens on a connection of its own for what machines publish, on a thread of its own. A
 * connection that has died is noticed when it is asked something, and made anew.
 */
final class TeamWatch implements Watching {
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Lines lines;
    private final Watcher watcher;
    private final Duration look;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Connection open;

    private TeamWatch(Lines lines, Watcher watcher, Duration look) {
        this.lines = lines;
        this.watcher = watcher;
        this.look = look;
    }

    /**
     * Starts it.
     *
     * @param look how long silence is believed before the connection is tried
     */
    static TeamWatch start(Lines lines, Watcher watcher, Duration look) {
        TeamWatch watch = new TeamWatch(lines, watcher, look);
        Thread.ofVirtual().name("team watch").start(watch::run);
        return watch;
    }

    private void run() {
        Duration pause = SHORTEST_PAUSE;
        boolean lost = false;
        while (!isClosed()) {
            try (Connection connection = lines.open()) {
                open = connection;
                Signals.listen(connection);
                pause = SHORTEST_PAUSE;
                if (lost) {
                    lost = false;
                    watcher.changed();
                }
                listen(connection);
            } catch (SQLException e) {
                if (!isClosed()) {
                    lost = true;
                    watcher.lost(new UnreachableTeamException(e));
                    pause = sleep(pause);
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        while (!isClosed()) {
            if (Signals.await(connection, look)) {
                watcher.changed();
                // Whoever publishes a lot is heard no more often than one can read.
                sleep(SHORTEST_PAUSE);
            } else {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SELECT 1");
                }
            }
        }
    }

    /** Waits, unless it is closed meanwhile; returns how long to wait the next time. */
    private Duration sleep(Duration pause) {
        try {
            closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
        }
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
        Connection connection = open;
        if (connection != null) {
            Thread.ofVirtual().name("team watch end").start(() -> Lines.closeQuietly(connection));
        }
    }
}
