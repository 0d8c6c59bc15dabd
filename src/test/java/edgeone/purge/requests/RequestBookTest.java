package edgeone.purge.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class RequestBookTest {
    private static final String KEY = "keyExampleExampleExampleExample1";
    private static final SavedRequest ZONES =
            new SavedRequest("Zones", "DescribeZones", "{\n  \"Limit\": 1\n}");

    @TempDir private Path home;

    private RequestBook book() {
        return new RequestBook(home, text -> text.replace(KEY, "***"), Clock.systemUTC());
    }

    private Path file() {
        return home.resolve("requests.json");
    }

    private static SavedRequest called(String name) {
        return ZONES.withName(name);
    }

    private static void assertRefused(ThrowingCallable call, RequestProblem problem) {
        assertThatThrownBy(call)
                .asInstanceOf(type(RequestException.class))
                .returns(problem, RequestException::problem);
    }

    @Test
    void whatIsSavedIsThereForTheNextProcessAndNobodyElse() throws Exception {
        assertThat(book().read().requests()).isEmpty();
        assertThat(file()).as("reading writes nothing").doesNotExist();
        book().save(ZONES, false);
        book().save(called("a \u5237\u65b0"), false);
        assertThat(book().read().requests()).containsExactly(called("a \u5237\u65b0"), ZONES);
        assertThat(book().read().named("ZONES")).contains(ZONES);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aNameIsTakenWhateverItsCaseAndReplacedOnlyWhereAsked() throws Exception {
        book().save(ZONES, false);
        SavedRequest other = new SavedRequest("zones", "DescribeZones", "{}");
        assertRefused(() -> book().save(other, false), RequestProblem.NAME_TAKEN);
        assertThat(book().read().requests()).containsExactly(ZONES);
        assertThat(book().save(other, true).requests()).containsExactly(other);
    }

    @Test
    void requestsAreRenamedAndDeleted() throws Exception {
        book().save(ZONES, false);
        book().save(called("other"), false);
        assertRefused(() -> book().rename("zones", "OTHER"), RequestProblem.NAME_TAKEN);
        assertRefused(() -> book().rename("none", "x"), RequestProblem.NO_SUCH_REQUEST);
        assertRefused(() -> book().rename("zones", " "), RequestProblem.NAME_BLANK);
        assertThat(book().read().requests()).containsExactly(called("other"), ZONES);
        assertThat(book().rename("zones", "ZONES").requests())
                .as("the case of its own name")
                .containsExactly(called("other"), called("ZONES"));
        assertThat(book().delete("zones").requests()).containsExactly(called("other"));
        assertRefused(() -> book().delete("zones"), RequestProblem.NO_SUCH_REQUEST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|DescribeZones|{}|NAME_BLANK",
                "` x`|DescribeZones|{}|NAME_ODD",
                "x\u202e|DescribeZones|{}|NAME_ODD",
                "1234567890123456789012345678901234567890123456789012345678901|A|{}|NAME_TOO_LONG",
                "x|Describe Zones|{}|ACTION_ODD",
                "x|DescribeZones|[]|NOT_JSON",
                "x|DescribeZones|{\"a\":|NOT_JSON",
                "x|DescribeZones|{\"a\":\"" + KEY + "\"}|SECRET",
                KEY + "|DescribeZones|{}|SECRET",
            })
    void whatCannotBeIsNotKept(String name, String action, String body, RequestProblem problem) {
        String typed = name == null ? "" : name;
        assertRefused(() -> book().save(new SavedRequest(typed, action, body), true), problem);
        assertThat(file()).doesNotExist();
    }

    @Test
    void aDamagedBookIsSetAsideAndWhatCanBeReadIsKept() throws Exception {
        book().save(ZONES, false);
        book().save(called("other"), false);
        String damaged = Files.readString(file()).replace("\"other\"", "7");
        Files.writeString(file(), damaged);
        RequestBook.Contents contents = book().read();
        assertThat(contents.requests()).containsExactly(ZONES);
        assertThat(contents.setAside()).hasContent(damaged);
        assertThat(book().read().setAside()).isNull();

        Files.writeString(file(), "{\"format\":1,\"requests\":[");
        assertThat(book().save(ZONES, false).setAside()).exists();
        assertThat(book().read().requests()).containsExactly(ZONES);
        assertThat(Files.list(home).filter(f -> f.toString().contains("damaged"))).hasSize(2);
    }

    @Test
    void aBookOfANewerProgramIsLeftAsItIs() throws Exception {
        String newer = "{\"format\":2,\"calls\":{}}";
        Files.writeString(file(), newer);
        assertRefused(() -> book().read(), RequestProblem.BOOK_NEWER);
        assertRefused(() -> book().save(ZONES, true), RequestProblem.BOOK_NEWER);
        assertRefused(() -> book().delete("zones"), RequestProblem.BOOK_NEWER);
        assertThat(file()).hasContent(newer);
    }

    @Test
    void aBookThatWouldGetTooLargeIsLeftAsItIs() throws Exception {
        String body = "{\"Targets\":[\"" + "x".repeat(9 << 20) + "\"]}";
        SavedRequest large = new SavedRequest("large", "CreatePurgeTask", body);
        book().save(large, false);
        assertRefused(() -> book().save(large.withName("2"), false), RequestProblem.BOOK_FULL);
        assertThat(book().read().requests()).containsExactly(large);
    }

    @Test
    void severalProcessesAtOnceLoseNothing() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> saves = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                SavedRequest request = called("r" + i);
                saves.add(
                        () -> {
                            book().save(request, false);
                            return null;
                        });
            }
            for (Future<Void> saved : threads.invokeAll(saves)) {
                saved.get();
            }
        }
        assertThat(book().read().requests()).hasSize(40);
    }
}
