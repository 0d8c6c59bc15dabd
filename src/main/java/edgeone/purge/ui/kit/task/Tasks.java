package edgeone.purge.ui.kit.task;

import javafx.application.Platform;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Runs blocking work off the JavaFX thread and delivers its answer on it. In tests both executors
 * may be {@code Runnable::run}.
 */
public final class Tasks {
    private final Executor workers;
    private final Executor ui;

    /**
     * @param workers where work blocks
     * @param ui where answers are delivered
     */
    public Tasks(Executor workers, Executor ui) {
        this.workers = workers;
        this.ui = ui;
    }

    /** One virtual thread per task; answers on the JavaFX thread. */
    public static Tasks ofProgram() {
        return new Tasks(
                work -> Thread.ofVirtual().name("work").start(work),
                answer -> {
                    if (Platform.isFxApplicationThread()) {
                        answer.run();
                    } else {
                        Platform.runLater(answer);
                    }
                });
    }

    /**
     * For requests of which only the newest counts. A dropped request runs to its end: an interrupt
     * would close the files it reads.
     */
    public Latest latest() {
        return new Latest(this, false);
    }

    /** The same for network calls: a dropped request is canceled. */
    public Latest latestCall() {
        return new Latest(this, true);
    }

    /** Runs {@code action} where answers are delivered. */
    public void onUi(Runnable action) {
        ui.execute(action);
    }

    /**
     * Runs {@code work}, then one of the two callbacks on the UI thread.
     *
     * @param failed receives every exception, expected or a bug; errors go to the crash handler
     */
    public <T> void run(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        workers.execute(task(work, done, failed));
    }

    <T> FutureTask<?> task(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        return new CrashingTask(
                () -> {
                    T answer;
                    try {
                        answer = work.call();
                    } catch (Exception e) {
                        ui.execute(() -> failed.accept(e));
                        return;
                    }
                    ui.execute(() -> done.accept(answer));
                });
    }

    void start(FutureTask<?> task) {
        workers.execute(task);
    }

    /** A task that passes what it throws to the thread's handler instead of keeping it. */
    private static final class CrashingTask extends FutureTask<Void> {
        CrashingTask(Runnable body) {
            super(body, null);
        }

        @Override
        protected void setException(Throwable thrown) {
            super.setException(thrown);
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        }
    }
}
