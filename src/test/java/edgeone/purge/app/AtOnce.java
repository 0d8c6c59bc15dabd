package edgeone.purge.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs parts of a test at the same time. */
final class AtOnce {
    private AtOnce() {}

    /** Waits for all; fails as the first that failed. */
    static void run(Drive... drives) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Drive drive : drives) {
                all.add(
                        threads.submit(
                                () -> {
                                    drive.run();
                                    return true;
                                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    /** A part of the test. */
    @FunctionalInterface
    interface Drive {
        void run() throws Exception;
    }
}
