package edgeone.purge.cli.kit;

import edgeone.purge.engine.run.RunControl;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Shuts a run down cleanly on Ctrl+C: nothing more is sent, requests in flight get a moment to be
 * answered, the rest stays planned.
 */
public final class RunningJob implements AutoCloseable {
    private static final long GRACE_SECONDS = 5;

    private final RunControl control = new RunControl();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook =
            Thread.ofPlatform()
                    .unstarted(
                            () -> {
                                control.keep();
                                try {
                                    boolean inTime = ended.await(GRACE_SECONDS, TimeUnit.SECONDS);
                                    assert inTime || control.isStopped();
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            });

    public RunningJob() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    public RunControl control() {
        return control;
    }

    @Override
    public void close() {
        ended.countDown();
        if (!control.isStopped()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
