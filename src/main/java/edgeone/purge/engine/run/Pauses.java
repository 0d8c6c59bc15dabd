package edgeone.purge.engine.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits; virtual in tests. */
@FunctionalInterface
public interface Pauses {
    /** Waits; returns early if the run is stopped. */
    void pause(Duration pause, RunControl control) throws InterruptedException;

    Pauses REAL =
            (pause, control) -> {
                boolean early = control.stopped().await(pause.toNanos(), TimeUnit.NANOSECONDS);
                assert early || !control.isStopped();
            };
}
