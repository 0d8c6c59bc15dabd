package edgeone.purge.engine.submit;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.PurgeType;
import edgeone.purge.teo.reply.PurgeReply.FailReason;

import org.junit.jupiter.api.Test;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which targets a reply refuses. */
final class RefusedTargetsTest {
    private static final int MANY = 5_000;

    /** A list that counts how often it is read. */
    private static final class Counted extends AbstractList<String> {
        private final List<String> list;
        private long reads;

        Counted(List<String> list) {
            this.list = list;
        }

        @Override
        public String get(int index) {
            reads++;
            return list.get(index);
        }

        @Override
        public int size() {
            return list.size();
        }
    }

    @Test
    void readsEachTargetOnceEvenIfEachHasItsOwnReason() {
        Counted sent =
                new Counted(
                        IntStream.range(0, MANY)
                                .mapToObj(i -> "https://www.example.com/" + i)
                                .toList());
        List<FailReason> failed =
                IntStream.range(0, MANY)
                        .mapToObj(
                                i ->
                                        new FailReason(
                                                "reason " + i,
                                                List.of("https://www.example.com/" + i)))
                        .toList();

        Map<String, String> refused = RefusedTargets.of(PurgeType.URL, sent, failed);

        assertThat(refused).hasSize(MANY).containsEntry("https://www.example.com/7", "reason 7");
        assertThat(sent.reads).isEqualTo(MANY);
    }

    @Test
    void matchesOtherSpellingsAndTakesTheLaterReason() {
        Map<String, String> refused =
                RefusedTargets.of(
                        PurgeType.URL,
                        List.of("https://www.example.com/é", "https://www.example.com/b"),
                        List.of(
                                new FailReason("first", List.of("https://www.example.com/%C3%A9")),
                                new FailReason(
                                        "second", List.of("HTTPS://WWW.example.com/%c3%a9"))));

        assertThat(refused).isEqualTo(Map.of("https://www.example.com/é", "second"));
    }

    @Test
    void forAWholeZoneAnyEntryMeansTheZone() {
        assertThat(
                        RefusedTargets.of(
                                PurgeType.ALL,
                                List.of("example.com"),
                                List.of(new FailReason("no", List.of()))))
                .isEqualTo(Map.of("example.com", "no"));
        assertThat(RefusedTargets.of(PurgeType.ALL, List.of("example.com"), List.of())).isEmpty();
    }
}
