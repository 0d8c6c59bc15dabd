package edgeone.purge.cli.probe;

import edgeone.purge.probe.EdgeAddress;
import edgeone.purge.probe.Question;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** The questions about a list, one after the other: each target, at each edge, so many times. */
final class ProbeQuestions implements Iterator<Question> {
    private final int size;
    private final IntFunction<String> targets;
    private final IntPredicate asked;
    private final List<@Nullable EdgeAddress> edges;
    private final int times;
    private final Deque<Question> ready = new ArrayDeque<>();
    private int next;

    /**
     * @param asked whether the target at an index is asked for; called once for each, in order
     * @param edges empty for the one DNS names
     */
    ProbeQuestions(
            int size,
            IntFunction<String> targets,
            IntPredicate asked,
            List<EdgeAddress> edges,
            int times) {
        this.size = size;
        this.targets = targets;
        this.asked = asked;
        this.edges = new ArrayList<>(edges);
        if (edges.isEmpty()) {
            this.edges.add(null);
        }
        this.times = times;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && next < size) {
            int index = next++;
            if (asked.test(index)) {
                String target = targets.apply(index);
                for (int time = 0; time < times; time++) {
                    edges.forEach(edge -> ready.add(new Question(target, edge)));
                }
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public Question next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }
}
