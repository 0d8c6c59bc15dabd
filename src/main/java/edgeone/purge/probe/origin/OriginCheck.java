package edgeone.purge.probe.origin;

import edgeone.purge.model.probe.Probe;
import edgeone.purge.probe.EdgeAddress;
import edgeone.purge.probe.Prober;
import edgeone.purge.probe.Question;
import edgeone.purge.probe.origin.Finding.New;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Asks edge and origin for targets and compares them. */
public final class OriginCheck {
    private final Prober prober;
    private final OriginPlace origin;
    private final List<@Nullable EdgeAddress> edges;

    /**
     * @param prober asks for whole objects
     * @param edges empty for the one DNS names
     */
    public OriginCheck(Prober prober, OriginPlace origin, List<EdgeAddress> edges) {
        this.prober = prober;
        this.origin = origin;
        this.edges = new ArrayList<>(edges);
        if (edges.isEmpty()) {
            this.edges.add(null);
        }
    }

    /**
     * Asks edges and origin for each target.
     *
     * @param stopped looked at before each question; what is returned then is incomplete
     */
    public Round first(List<String> targets, BooleanSupplier stopped) throws InterruptedException {
        List<Subject> subjects = targets.stream().map(t -> new Subject(t, List.of())).toList();
        return new Round(targets.size(), ask(subjects, stopped));
    }

    /**
     * Asks the origin again for what was not new. What the edges answered stays: they may fetch the
     * new bytes themselves meanwhile. Only edges that gave no answer are asked again as well.
     *
     * @param stopped as for the first round
     */
    public Round again(Round before, BooleanSupplier stopped) throws InterruptedException {
        List<Subject> subjects = before.open().stream().map(Subject::of).toList();
        return new Round(before.targets(), ask(subjects, stopped));
    }

    /**
     * A target to ask for.
     *
     * @param known what the edges answered; empty to ask them
     */
    private record Subject(String target, List<Probe> known) {
        static Subject of(Checked checked) {
            boolean failed = checked.edges().stream().anyMatch(edge -> edge.failure() != null);
            return new Subject(checked.target(), failed ? List.of() : checked.edges());
        }
    }

    private Stream<Question> questions(Subject subject) {
        Stream<Question> toEdges =
                subject.known().isEmpty()
                        ? edges.stream().map(edge -> new Question(subject.target(), edge))
                        : Stream.empty();
        return Stream.concat(toEdges, Stream.of(origin.question(subject.target())));
    }

    private List<Checked> ask(List<Subject> subjects, BooleanSupplier stopped)
            throws InterruptedException {
        Answers answers = new Answers(subjects.iterator());
        prober.ask(subjects.stream().flatMap(this::questions).iterator(), answers::hear, stopped);
        return answers.open;
    }

    /** Puts the answers, which come in the order of the questions, together by target. */
    private final class Answers {
        private final Iterator<Subject> subjects;
        private final List<Probe> fromEdges = new ArrayList<>();
        private final List<Checked> open = new ArrayList<>();
        private @Nullable Subject subject;

        Answers(Iterator<Subject> subjects) {
            this.subjects = subjects;
        }

        void hear(Probe probe) {
            Subject current = subject == null ? begin() : subject;
            if (fromEdges.size() < edges.size()) {
                fromEdges.add(probe);
                return;
            }
            Finding finding = Comparison.of(fromEdges, probe);
            if (!(finding instanceof New)) {
                open.add(new Checked(current.target(), fromEdges, finding));
            }
            subject = null;
        }

        private Subject begin() {
            Subject next = subjects.next();
            subject = next;
            fromEdges.clear();
            fromEdges.addAll(next.known());
            return next;
        }
    }
}
