package edgeone.purge.ui.kit.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

final class LatestTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final Tasks tasks = new Tasks(work::add, Runnable::run);

    @Test
    void theAnswerOfASupersededRequestIsDroppedInAnyOrder() {
        Latest latest = tasks.latest();
        latest.run(() -> "old", heard::add, e -> heard.add("failed"));
        latest.run(() -> "new", heard::add, e -> heard.add("failed"));
        work.removeLast().run();
        work.removeLast().run();
        assertThat(heard).containsExactly("new");
    }

    @Test
    void theErrorOfASupersededRequestIsDroppedToo() {
        Latest latest = tasks.latest();
        latest.run(
                () -> {
                    throw new IllegalStateException();
                },
                answer -> heard.add("answered"),
                e -> heard.add("failed"));
        latest.drop();
        work.forEach(Runnable::run);
        assertThat(heard).isEmpty();
    }

    @Test
    void aDroppedCallIsInterruptedButFileAccessIsNot() throws Exception {
        assertThat(interruptedWhenDropped(true)).isTrue();
        assertThat(interruptedWhenDropped(false)).isFalse();
    }

    private static boolean interruptedWhenDropped(boolean call) throws InterruptedException {
        Tasks threads = new Tasks(w -> Thread.ofVirtual().start(w), Runnable::run);
        Latest latest = call ? threads.latestCall() : threads.latest();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch dropped = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        latest.run(
                () -> {
                    started.countDown();
                    try {
                        dropped.await();
                        interrupted.set(Thread.interrupted());
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                    ended.countDown();
                    return "";
                },
                answer -> {},
                trouble -> {});
        started.await();
        latest.drop();
        dropped.countDown();
        ended.await();
        return interrupted.get();
    }

    @Test
    void anExceptionInACallbackReachesTheThreadsHandler() throws InterruptedException {
        List<Throwable> crashes = new ArrayList<>();
        Tasks direct = new Tasks(Runnable::run, Runnable::run);
        Thread thread =
                new Thread(
                        () ->
                                direct.run(
                                        () -> "x",
                                        answer -> {
                                            throw new IllegalStateException("bug");
                                        },
                                        trouble -> heard.add("failed")));
        thread.setUncaughtExceptionHandler((t, e) -> crashes.add(e));
        thread.start();
        thread.join();
        assertThat(crashes).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(heard).isEmpty();
    }
}
