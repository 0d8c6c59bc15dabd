package edgeone.purge.ui;

import javafx.application.Platform;

import org.testfx.util.WaitForAsyncUtils;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Watches the JavaFX thread with a heartbeat. A busy machine delays every thread, so what counts is
 * the CPU time of the thread between two beats, and whether it was ever seen waiting for the disk,
 * the network or the engine.
 */
final class FxWatch implements AutoCloseable {
    private static final List<String> FORBIDDEN =
            List.of(
                    "edgeone.purge.journal.",
                    "edgeone.purge.teo.",
                    "edgeone.purge.engine.PurgeEngine",
                    "edgeone.purge.engine.plan.Planner",
                    "edgeone.purge.targets.TargetReader",
                    "java.util.concurrent.FutureTask.get",
                    "java.lang.Thread.sleep");

    private static final int DEPTH = 12;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Beat> beats = Collections.synchronizedList(new ArrayList<>());
    private final List<String> caught = Collections.synchronizedList(new ArrayList<>());
    private final Thread heart = Thread.ofPlatform().daemon().unstarted(this::beat);
    private final Thread fx;
    private volatile boolean on = true;
    private volatile String doing = "";

    /**
     * The time between two beats.
     *
     * @param wall how late the beat was
     * @param computed CPU time of the JavaFX thread in between
     * @param stack its stack, if the beat was late
     */
    record Beat(String doing, Duration wall, Duration computed, List<String> stack) {}

    private FxWatch() {
        AtomicReference<Thread> found = new AtomicReference<>();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> found.set(Thread.currentThread()));
        fx = found.get();
    }

    static FxWatch start() {
        FxWatch watch = new FxWatch();
        watch.heart.start();
        return watch;
    }

    /** Names the current step, for the report. */
    void doing(String what) {
        doing = what;
    }

    private void beat() {
        AtomicLong computed = new AtomicLong();
        try {
            while (on) {
                CountDownLatch handled = new CountDownLatch(1);
                long before = computed.get();
                long start = System.nanoTime();
                String then = doing;
                List<String> stack = new ArrayList<>();
                Platform.runLater(
                        () -> {
                            computed.set(threads.getCurrentThreadCpuTime());
                            handled.countDown();
                        });
                while (!handled.await(10, TimeUnit.MILLISECONDS)) {
                    look(stack);
                }
                Duration ran = Duration.ofNanos(before == 0 ? 0 : computed.get() - before);
                beats.add(new Beat(then, Duration.ofNanos(System.nanoTime() - start), ran, stack));
                Thread.sleep(1);
            }
        } catch (InterruptedException e) {
            on = false;
        }
    }

    private void look(List<String> stack) {
        List<String> frames =
                Arrays.stream(fx.getStackTrace())
                        .map(f -> f.getClassName() + "." + f.getMethodName())
                        .toList();
        frames.stream()
                .filter(f -> FORBIDDEN.stream().anyMatch(f::startsWith))
                .forEach(caught::add);
        stack.add(String.join(" < ", frames.subList(0, Math.min(DEPTH, frames.size()))));
    }

    /** The beats with the most CPU time of the JavaFX thread. */
    List<Beat> worst(int count) {
        return beats.stream()
                .sorted((a, b) -> b.computed().compareTo(a.computed()))
                .limit(count)
                .toList();
    }

    /** Calls that do not belong on the JavaFX thread but were seen there. */
    List<String> caught() {
        return caught.stream().distinct().toList();
    }

    int count() {
        return beats.size();
    }

    @Override
    public void close() {
        on = false;
        heart.interrupt();
    }
}
