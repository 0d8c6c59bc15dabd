package edgeone.purge.ui.team;

import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.team.Said.Part;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Callable;
import java.util.function.Function;

/** What is going on, one thing at a time, and what came of the last one. */
final class Doing {
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Work> work = new ReadOnlyObjectWrapper<>(Work.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Said> said = new ReadOnlyObjectWrapper<>();

    Doing(Tasks tasks) {
        this.tasks = tasks;
    }

    void begin(Work next) {
        said.set(null);
        work.set(next);
    }

    void end(Said what) {
        work.set(Work.NONE);
        said.set(what);
    }

    /** Says something while other work may go on. */
    void say(Said what) {
        said.set(what);
    }

    /**
     * Works in the background.
     *
     * @param saying turns the answer into what is said of it
     */
    <T> void run(Work kind, Part part, Callable<T> doing, Function<T, Said> saying) {
        begin(kind);
        tasks.run(doing, answer -> end(saying.apply(answer)), e -> end(new Said.Failed(part, e)));
    }

    ReadOnlyObjectProperty<Work> workProperty() {
        return work.getReadOnlyProperty();
    }

    /** Null until something was done. */
    ReadOnlyObjectProperty<@Nullable Said> saidProperty() {
        return said.getReadOnlyProperty();
    }
}
