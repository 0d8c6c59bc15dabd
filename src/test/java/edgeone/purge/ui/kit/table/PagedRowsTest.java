package edgeone.purge.ui.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.ui.kit.task.Tasks;

import javafx.collections.ListChangeListener;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

final class PagedRowsTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<Integer> asked = new ArrayList<>();
    private final PagedRows<String> rows =
            new PagedRows<>(new Tasks(waiting::add, Runnable::run), "…");

    @Test
    void rowsAreReadOnlyWhereTheyAreLookedAt() {
        rows.show(numbered(""), 100_000, Map.of());
        assertThat(rows.get(99_999)).isEqualTo("…");
        work();
        assertThat(rows.get(99_999)).isEqualTo("99999");
        assertThat(rows.get(99_960)).isEqualTo("99960");
        rows.get(0);
        work();
        assertThat(rows.get(0)).isEqualTo("0");
        assertThat(asked).containsExactly(99_960, 0);
    }

    @Test
    void whatIsTheSameAsBeforeChangesNothingOnTheScreen() throws Exception {
        rows.show(numbered(""), 1_000, PagedRows.read(numbered(""), rows.inView()));
        List<String> changes = changes();
        rows.show(numbered(""), 1_000, PagedRows.read(numbered(""), rows.inView()));
        assertThat(changes).isEmpty();
        rows.show(numbered("new "), 1_001, PagedRows.read(numbered("new "), rows.inView()));
        assertThat(changes).containsExactly("replaced 0 to 1001");
        assertThat(rows.get(0)).isEqualTo("new 0");
    }

    /** A page that was asked of the old source while the new one was read. */
    @Test
    void aPageLookedAtMeanwhileIsReadAgain() throws Exception {
        Map<Integer, List<String>> first = PagedRows.read(numbered(""), rows.inView());
        rows.show(numbered(""), 1_000, first);
        assertThat(rows.get(750)).isEqualTo("…");
        List<String> changes = changes();
        rows.show(numbered(""), 1_000, first);
        assertThat(changes).isNotEmpty();
        rows.get(750);
        work();
        assertThat(rows.get(750)).isEqualTo("750");
    }

    @Test
    void anAnswerOfTheSourceBeforeIsDropped() {
        rows.show(numbered("old "), 500, Map.of());
        rows.get(0);
        rows.show(numbered("new "), 500, Map.of());
        rows.get(0);
        work();
        assertThat(rows.get(0)).isEqualTo("new 0");
    }

    @Test
    void moreRowsAreReadWhereTheLastPageEnded() throws Exception {
        rows.show(numbered(""), 150, PagedRows.read(numbered(""), Set.of(0)));
        rows.get(149);
        work();
        rows.resize(180);
        rows.get(149);
        rows.get(179);
        work();
        assertThat(rows.get(149)).isEqualTo("149");
        assertThat(rows.get(179)).isEqualTo("179");
        rows.resize(20);
        assertThat(rows).hasSize(20).last().isEqualTo("19");
    }

    @Test
    void aRowIsFoundOnlyWhereItIsRead() throws Exception {
        rows.show(numbered(""), 1_000, PagedRows.read(numbered(""), Set.of(3)));
        assertThat(rows.find("145"::equals)).isEqualTo(145);
        assertThat(rows.find("45"::equals)).isEqualTo(-1);
    }

    private PagedRows.Source<String> numbered(String name) {
        return (offset, limit) -> {
            asked.add(offset);
            return IntStream.range(offset, offset + limit).mapToObj(i -> name + i).toList();
        };
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private List<String> changes() {
        List<String> changes = new ArrayList<>();
        rows.addListener(
                (ListChangeListener<String>)
                        change -> {
                            while (change.next()) {
                                changes.add(
                                        (change.wasReplaced() ? "replaced " : "added ")
                                                + change.getFrom()
                                                + " to "
                                                + change.getTo());
                            }
                        });
        return changes;
    }
}
