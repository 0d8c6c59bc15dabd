package edgeone.purge.ui.purge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.intake.Format;
import edgeone.purge.targets.intake.Watch;
import edgeone.purge.ui.Desk;
import edgeone.purge.ui.LiveConsole;
import edgeone.purge.ui.kit.task.Tasks;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class TextReadingTest {
    private static final String CSV =
            """
            status,url
            404,https://www.example.com/a
            200,https://www.example.com/b
            """;

    @TempDir Path home;
    private LiveConsole live;
    private Desk desk;
    private TextReading reading;
    private final List<Arrival> arrived = new ArrayList<>();
    private final List<Exception> failed = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        live = LiveConsole.of(home);
        desk = new Desk(live);
        reading = new TextReading(desk.session, new Tasks(Runnable::run, Runnable::run));
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void addressesAreFoundInATextOfAnotherFormat() {
        reading.readText(CSV, arrived::add, failed::add);
        assertThat(arrived).singleElement().isInstanceOf(Arrival.Recognised.class);
        assertThat(((Arrival.Recognised) arrived.getFirst()).addresses())
                .containsExactly("https://www.example.com/a", "https://www.example.com/b");
    }

    @Test
    void cacheTagsAreTakenAsTheyAreWritten() throws IOException {
        desk.session.typeProperty().set(PurgeType.CACHE_TAG);
        Path file = Files.writeString(home.resolve("tags.csv"), CSV);
        reading.readText(CSV, arrived::add, failed::add);
        reading.readFile(file, Watch.NONE, arrived::add, failed::add);
        Arrival plain = new Arrival.Plain(new Intake.Lines(CSV.lines().toList()));
        assertThat(arrived).containsExactly(plain, plain);
    }

    @Test
    void aTextIsReadAgainInTheFormatThatWasChosen() {
        reading.readText(CSV, arrived::add, failed::add);
        Recognition text = ((Arrival.Recognised) arrived.getFirst()).text();
        reading.readAs(text, Format.LINES, null, arrived::add, failed::add);
        assertThat(((Arrival.Recognised) arrived.getLast()).addresses()).contains("status,url");
    }

    @Test
    void aFileThatIsGoneIsAFailure() {
        reading.readFile(home.resolve("gone"), Watch.NONE, arrived::add, failed::add);
        assertThat(arrived).isEmpty();
        assertThat(failed).singleElement().isInstanceOf(NoSuchFileException.class);
    }
}
