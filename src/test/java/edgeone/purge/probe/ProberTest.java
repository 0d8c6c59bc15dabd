package edgeone.purge.probe;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.Probe.Failure;
import edgeone.purge.model.probe.ProbeTrouble;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class ProberTest {
    private static final ProbePace FAST = new ProbePace(1_000_000, 8);

    private final List<String> heard = new ArrayList<>();

    @Test
    void tellsInTheOrderOfTheQuestions() throws InterruptedException {
        Asker slowAtFirst =
                question -> {
                    if (question.target().endsWith("/0")) {
                        Thread.yield();
                    }
                    return probe(question);
                };
        ask(slowAtFirst, FAST, questions(500));
        assertThat(heard)
                .isEqualTo(IntStream.range(0, 500).mapToObj(n -> "http://a/" + n).toList());
    }

    /** Each is open until four are: with fewer at once this would never end. */
    @Test
    void keepsToSoManyAtOnce() throws InterruptedException {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch four = new CountDownLatch(4);
        Asker waiting =
                question -> {
                    most.accumulateAndGet(open.incrementAndGet(), Math::max);
                    four.countDown();
                    await(four);
                    open.decrementAndGet();
                    return probe(question);
                };
        ask(waiting, new ProbePace(1_000_000, 4), questions(40));
        assertThat(most).hasValue(4);
        assertThat(heard).hasSize(40);
    }

    @Test
    void keepsAHostToItsPaceAndOthersToTheirs() throws InterruptedException {
        ConcurrentLinkedQueue<Long> begun = new ConcurrentLinkedQueue<>();
        Asker noting =
                question -> {
                    begun.add(System.nanoTime());
                    return probe(question);
                };
        ask(noting, new ProbePace(100, 4), questions(30));
        List<Long> sorted = begun.stream().sorted().toList();
        // 30 questions have 29 gaps of 10 ms; the last may have been a little late.
        assertThat(sorted.getLast() - sorted.getFirst())
                .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(280));
    }

    @Test
    void holdsOnlyAFewOfALongList() throws InterruptedException {
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Iterator<Question> million =
                IntStream.range(0, 100_000)
                        .mapToObj(
                                n -> {
                                    int held = taken.incrementAndGet() - told.get();
                                    most.accumulateAndGet(held, Math::max);
                                    return new Question("http://a/" + n, null);
                                })
                        .iterator();
        new Prober(ProberTest::probe, new ProbePace(1_000_000_000, 64))
                .ask(million, _ -> told.incrementAndGet(), () -> false);
        assertThat(told).hasValue(100_000);
        assertThat(most.get()).isLessThan(100);
    }

    @Test
    void stopsWhenTold() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        Iterator<Question> endless =
                Stream.generate(() -> new Question("http://a/", null)).iterator();
        new Prober(ProberTest::probe, FAST)
                .ask(endless, _ -> asked.incrementAndGet(), () -> asked.get() >= 10);
        assertThat(asked).hasValue(10);
    }

    private void ask(Asker asker, ProbePace pace, Iterator<Question> questions)
            throws InterruptedException {
        new Prober(asker, pace).ask(questions, p -> heard.add(p.target()), () -> false);
    }

    private static Iterator<Question> questions(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> new Question("http://a/" + n, null))
                .iterator();
    }

    private static Probe probe(Question question) {
        return new Probe(question.target(), null, 1, new Failure(ProbeTrouble.BROKEN, ""));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
