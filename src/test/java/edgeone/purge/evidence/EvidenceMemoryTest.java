package edgeone.purge.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.engine.read.History;
import edgeone.purge.export.ExportWatch;
import edgeone.purge.journal.OpenJournal;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** A page of a large job takes no more memory than one of a small job. */
final class EvidenceMemoryTest {
    private static final int TARGETS = 200_000;
    private static final int BATCH = 5_000;

    /** A row for each batch, and their headings; there are no requests. */
    private static final int BATCH_ROWS = TARGETS / BATCH + 1;

    @TempDir private Path home;
    @TempDir private Path folder;

    @Test
    void aLargeJobIsWrittenInALittleMemory() throws Exception {
        List<List<String>> batches =
                IntStream.range(0, TARGETS / BATCH).mapToObj(EvidenceMemoryTest::urls).toList();
        try (OpenJournal journal = new OpenJournal(home)) {
            journal.jobs.create(OpenJournal.job("large"), batches);
            journal.ownership.release("large");
        }
        Path file = folder.resolve("large.html");

        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx24m",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Writer.class.getName(),
                                home.toString(),
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains(TARGETS + " written");
        Set<String> missing = new HashSet<>();
        batches.forEach(missing::addAll);
        int rows = 0;
        try (var in = Files.newInputStream(file)) {
            XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(in, "UTF-8");
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("tr")) {
                    rows++;
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    missing.remove(xml.getText());
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(rows).as("with headings").isEqualTo(TARGETS + TARGETS / 1_000 + BATCH_ROWS);
    }

    private static List<String> urls(int batch) {
        return IntStream.range(batch * BATCH, (batch + 1) * BATCH)
                .mapToObj(i -> "https://www.example.com/a/quite/ordinary/path/" + i + ".html")
                .toList();
    }

    /** What the process does. */
    static final class Writer {
        private Writer() {}

        public static void main(String... arguments) throws Exception {
            Path home = Path.of(arguments[0]);
            Clock clock = Clock.systemUTC();
            try (Journal journal = Journal.open(home, clock);
                    Owners owners = Owners.register(home)) {
                Repositories repositories = Repositories.of(journal, owners, clock);
                History history = new History(repositories.history(), repositories.ownership());
                long written =
                        new Evidence(history, Messages.in(Language.ENGLISH), clock)
                                .write("large", Path.of(arguments[1]), ExportWatch.NONE);
                System.out.println(written + " written");
            }
        }
    }
}
