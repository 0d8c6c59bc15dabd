package edgeone.purge.team.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Cuts a connection on which work hangs, also where the other side stopped reading. */
final class Watchdog implements AutoCloseable {
    private final CountDownLatch done = new CountDownLatch(1);

    private Watchdog() {}

    static Watchdog over(Connection connection, Duration longest) {
        Watchdog dog = new Watchdog();
        Thread.ofVirtual().name("team watchdog").start(() -> dog.watch(connection, longest));
        return dog;
    }

    private void watch(Connection connection, Duration longest) {
        try {
            if (!done.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                connection.abort(Runnable::run);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            // It is closed already.
        }
    }

    @Override
    public void close() {
        done.countDown();
    }
}
