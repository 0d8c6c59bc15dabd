package edgeone.purge.probe;

import edgeone.purge.model.probe.Probe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks many questions, several at once, each host at its pace. Holds no more than a few of them at
 * a time, however long the list is. Thread-safe.
 */
public final class Prober {
    private static final int OPEN = 64;
    private static final Pattern HOST = Pattern.compile("^[a-z]+://(?:[^/?#]*@)?([^/?#]*)");

    private final Asker asker;
    private final ProbePace pace;
    private final Map<String, HostTurns> turns = new ConcurrentHashMap<>();

    public Prober(Asker asker, ProbePace pace) {
        this.asker = asker;
        this.pace = pace;
    }

    /**
     * Asks questions until there are none left, or until it is stopped.
     *
     * @param heard is told of each answer, in the order of the questions, by the calling thread
     * @param stopped looked at before each question
     */
    public void ask(Iterator<Question> questions, Consumer<Probe> heard, BooleanSupplier stopped)
            throws InterruptedException {
        Deque<Future<Probe>> open = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                while (questions.hasNext() && !stopped.getAsBoolean()) {
                    Question question = questions.next();
                    open.add(workers.submit(() -> inTurn(question)));
                    if (open.size() >= OPEN) {
                        heard.accept(result(open.remove()));
                    }
                }
                while (!open.isEmpty() && !stopped.getAsBoolean()) {
                    heard.accept(result(open.remove()));
                }
            } finally {
                workers.shutdownNow();
            }
        }
    }

    private Probe inTurn(Question question) throws InterruptedException {
        HostTurns turn = turns.computeIfAbsent(host(question.target()), _ -> new HostTurns(pace));
        turn.begin();
        try {
            return asker.ask(question);
        } finally {
            turn.end();
        }
    }

    /** What shares a pace; anything will do for a target without a host. */
    private static String host(String target) {
        Matcher host = HOST.matcher(target.strip().toLowerCase(Locale.ROOT));
        return host.find() ? host.group(1) : "";
    }

    private static Probe result(Future<Probe> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a probe ended by a bug", e.getCause());
        }
    }
}
