package edgeone.purge.ui.kit.task;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Runs requests of which only the newest counts: earlier answers are dropped. For the UI thread
 * only.
 */
public final class Latest {
    private final Tasks tasks;
    private final boolean interrupting;
    private long newest;
    private @Nullable FutureTask<?> running;

    Latest(Tasks tasks, boolean interrupting) {
        this.tasks = tasks;
        this.interrupting = interrupting;
    }

    /** Runs {@code work}, then one of the two callbacks unless there is a newer request. */
    public <T> void run(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        drop();
        long mine = newest;
        FutureTask<?> task =
                tasks.task(
                        work,
                        answer -> {
                            if (mine == newest) {
                                done.accept(answer);
                            }
                        },
                        trouble -> {
                            if (mine == newest) {
                                failed.accept(trouble);
                            }
                        });
        running = task;
        tasks.start(task);
    }

    /** Drops the running request. */
    public void drop() {
        newest++;
        if (running != null) {
            running.cancel(interrupting);
            running = null;
        }
    }
}
