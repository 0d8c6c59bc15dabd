package edgeone.purge.journal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.journal.sql.Sql;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

/** Long questions hold up nobody and end when a newer one is asked. */
@Timeout(60)
final class SideReaderTest {
    /** Never ends by itself. */
    private static final String ENDLESS =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM"
                    + " n";

    @TempDir Path home;
    private Journal journal;
    private SideReader reader;

    @BeforeEach
    void open() {
        journal = Journal.open(home, Clock.systemUTC());
        reader = journal.beside();
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void aNewerQuestionStopsTheOneThatRuns() throws InterruptedException {
        CompletableFuture<Integer> old = endless(1);
        assertThat(seven(2)).isEqualTo(7);
        assertThatThrownBy(old::join)
                .isInstanceOfAny(CancellationException.class, CompletionException.class)
                .hasRootCauseInstanceOf(CancellationException.class);
    }

    @Test
    void anOlderQuestionIsNotAnsweredAnyMore() {
        assertThat(seven(2)).isEqualTo(7);
        assertThatThrownBy(() -> seven(1)).isInstanceOf(CancellationException.class);
        assertThat(seven(2)).isEqualTo(7);
    }

    @Test
    void otherReadersAndWritersDoNotWait() throws InterruptedException {
        CompletableFuture<Integer> running = endless(1);
        journal.change(c -> Sql.update(c, "INSERT INTO account VALUES ('a', 'b')"));
        assertThat(journal.<Integer>read(c -> Sql.count(c, "SELECT count(*) FROM account")))
                .isEqualTo(1);
        assertThat(running).isNotDone();
    }

    @Test
    void closingTheJournalStopsIt() throws InterruptedException {
        CompletableFuture<Integer> running = endless(1);
        journal.close();
        assertThatThrownBy(running::join).hasRootCauseInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> seven(2)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void nothingCanBeWritten() {
        assertThatThrownBy(
                        () ->
                                reader.read(
                                        1, c -> Sql.update(c, "INSERT INTO account VALUES (1,2)")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("readonly");
    }

    private int seven(long question) {
        return reader.read(question, c -> Sql.count(c, "SELECT 7"));
    }

    /** Asks a question without end; returns once it is being answered. */
    private CompletableFuture<Integer> endless(long number) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Integer> answer =
                CompletableFuture.supplyAsync(
                        () ->
                                reader.read(
                                        number,
                                        c -> {
                                            begun.countDown();
                                            return Sql.count(c, ENDLESS);
                                        }),
                        Thread::startVirtualThread);
        begun.await();
        return answer;
    }
}
