package edgeone.purge.journal.list;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.OpenJournal;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.query.TargetFilter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Every filter and page of targets against a plain sort of all targets. */
final class JobTargetsTest {
    private static final int QUESTIONS = 200;

    @TempDir Path home;
    private OpenJournal journal;

    @BeforeEach
    void open() throws IOException {
        journal = new OpenJournal(home);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void everyFilterFindsItsTargetsInOrder() {
        mixed();
        Random random = new Random(15);
        List<TargetRow> all = all("mixed");
        assertThat(all).hasSize(80);
        assertThat(all.stream().map(TargetRow::state).distinct()).hasSizeGreaterThan(3);
        for (int i = 0; i < QUESTIONS; i++) {
            TargetFilter filter = filter(random, all);
            List<TargetRow> expected =
                    all.stream().filter(t -> meets(t, filter)).sorted(order()).toList();
            int offset = random.nextInt(30);
            int limit = 1 + random.nextInt(60);
            assertThat(journal.history.targets("mixed", filter, offset, limit))
                    .as("%s from %s, %s rows", filter, offset, limit)
                    .containsExactlyElementsOf(
                            expected.stream().skip(offset).limit(limit).toList());
        }
    }

    @Test
    void aJobOfOneOutcomeIsPagedByPosition() {
        journal.create("plain", targets("plain", 30), targets("rest", 30));
        assertThat(journal.history.targets("plain", TargetFilter.ALL, 25, 10))
                .extracting(TargetRow::position)
                .containsExactly(26, 27, 28, 29, 30, 31, 32, 33, 34, 35);
        assertThat(journal.history.targets("plain", TargetFilter.ALL, 60, 10)).isEmpty();
        assertThat(
                        journal.history.targets(
                                "plain", TargetFilter.of(Set.of(TargetState.FAILED)), 0, 10))
                .isEmpty();
    }

    /** A batch accepted but for three targets, one refused, one unknown, one not sent. */
    private void mixed() {
        journal.create(
                "mixed",
                targets("accepted", 20),
                targets("refused", 20),
                targets("lost", 20),
                targets("waiting", 20));
        journal.send("mixed", 1);
        journal.batches.accepted(
                "mixed",
                1,
                "task",
                "request",
                Map.of("accepted/3", "no", "accepted/9", "no", "accepted/15", "other"));
        journal.send("mixed", 2);
        journal.batches.refused("mixed", 2, "Code", "message", null);
        journal.lose("mixed", 3);
    }

    private static List<String> targets(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + "/" + i).toList();
    }

    private List<TargetRow> all(String id) {
        return journal.history.targets(id, TargetFilter.ALL, 0, Integer.MAX_VALUE);
    }

    private static TargetFilter filter(Random random, List<TargetRow> all) {
        Set<TargetState> states = new HashSet<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            states.add(TargetState.values()[random.nextInt(TargetState.values().length)]);
        }
        if (random.nextInt(3) > 0) {
            return TargetFilter.of(states);
        }
        TargetRow like = all.get(random.nextInt(all.size()));
        return new TargetFilter(
                Set.of(like.state()), new TargetFilter.End(like.code(), reason(like)));
    }

    private static boolean meets(TargetRow row, TargetFilter filter) {
        TargetFilter.End end = filter.end();
        return (filter.states().isEmpty() || filter.states().contains(row.state()))
                && (end == null
                        || Objects.equals(end.code(), row.code())
                                && end.reason().equals(reason(row)));
    }

    private static String reason(TargetRow row) {
        String reason = row.reason();
        return reason == null ? row.state().label() : reason;
    }

    private static Comparator<TargetRow> order() {
        return Comparator.comparingInt(JobTargetsTest::rank).thenComparingInt(TargetRow::position);
    }

    private static int rank(TargetRow row) {
        return switch (row.state()) {
            case REJECTED, FAILED, TIMED_OUT -> 0;
            case UNKNOWN -> 1;
            case CANCELED -> 2;
            case PENDING, ACCEPTED, PROCESSING -> 3;
            case SUCCEEDED -> 4;
        };
    }
}
