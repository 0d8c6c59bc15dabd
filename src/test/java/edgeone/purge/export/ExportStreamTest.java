package edgeone.purge.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.engine.read.History;
import edgeone.purge.export.Exporter.Format;
import edgeone.purge.journal.OpenJournal;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.model.query.JobOrder.Column;
import edgeone.purge.model.query.WhichJobs;
import edgeone.purge.targets.intake.TextIntake;
import edgeone.purge.targets.intake.TextIntake.Outcome;
import edgeone.purge.targets.intake.finding.Findings;
import edgeone.purge.targets.intake.source.TextSource;
import edgeone.purge.targets.intake.source.Watch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Exports are streamed, can be canceled, and are read back by the program itself. */
final class ExportStreamTest {
    private static final WhichJobs EVERY =
            new WhichJobs.Matching(JobFilter.ALL, JobOrder.NEWEST_FIRST);

    /** What a spreadsheet or a parser may take for something else. */
    private static final Map<PurgeType, List<String>> TARGETS =
            Map.of(
                    PurgeType.URL,
                    List.of(
                            "https://www.example.com/a,-b;=c|+d,'e'",
                            "https://www.example.com/?q=\"x\"&y='",
                            "https://www.example.com/\u4E2D\u6587",
                            "http://www.example.com/%0d%0a#"),
                    PurgeType.PREFIX,
                    List.of("https://www.example.com/img/", "https://www.example.com/,'-/"),
                    PurgeType.HOST,
                    List.of("www.example.com", "a-b.example.com"),
                    PurgeType.CACHE_TAG,
                    List.of("=tag", "-tag", "'tag", "tag", "@1", "a.b", "/x"));

    @TempDir private Path home;
    @TempDir private Path folder;
    private OpenJournal journal;
    private Exporter exporter;

    @BeforeEach
    void open() throws Exception {
        journal = new OpenJournal(home);
        exporter =
                new Exporter(
                        new History(journal.history, journal.ownership),
                        Messages.in(Language.ENGLISH));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void create(String id, PurgeType type, String zone, List<String> targets) {
        journal.jobs.create(
                OpenJournal.job(id, type, null, zone, OpenJournal.NOW), List.of(targets));
    }

    private static List<String> urls(String of, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "https://www.example.com/" + of + "/" + i)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"CSV", "JSON"})
    void theProgramReadsBackTheSameTargets(Format format) throws Exception {
        for (Map.Entry<PurgeType, List<String>> each : TARGETS.entrySet()) {
            String id = each.getKey().name();
            create(id, each.getKey(), "zone-1", each.getValue());
            Path file = folder.resolve("of-" + id);

            export(new WhichJobs.Named(List.of(id)), format, file);

            assertThat(texts(read(file))).as(id).isEqualTo(each.getValue());
        }
    }

    @Test
    void aTableThatASpreadsheetSavedAgainIsReadBack() throws Exception {
        create("tags", PurgeType.CACHE_TAG, "zone-1", TARGETS.get(PurgeType.CACHE_TAG));
        Path file = folder.resolve("tags.csv");
        export(EVERY, Format.CSV, file);
        String again = Files.readString(file).replace("\",\"", ";").replace("\"", "");
        Files.writeString(file, again);

        assertThat(texts(read(file))).isEqualTo(TARGETS.get(PurgeType.CACHE_TAG));
    }

    private static Findings read(Path file) throws Exception {
        Outcome outcome = new TextIntake(null, Watch.NONE).read(TextSource.file(file));
        assertThat(outcome).isInstanceOf(Outcome.Read.class);
        return ((Outcome.Read) outcome).findings();
    }

    private static List<String> texts(Findings findings) {
        return IntStream.range(0, findings.lines().size())
                .mapToObj(findings.lines()::text)
                .toList();
    }

    @Test
    void whatIsFilteredIsExportedInItsOrder() throws Exception {
        create("small", PurgeType.URL, "zone-1", urls("small", 1));
        create("other", PurgeType.URL, "zone-2", urls("other", 5));
        create("large", PurgeType.URL, "zone-1", urls("large", 3));
        Path file = folder.resolve("out.csv");

        long rows =
                export(
                        new WhichJobs.Matching(
                                JobFilter.ALL.withZone("zone-1"),
                                new JobOrder(Column.TARGETS, true)),
                        Format.CSV,
                        file);

        assertThat(rows).isEqualTo(4);
        List<String> expected = new ArrayList<>(urls("large", 3));
        expected.addAll(urls("small", 1));
        assertThat(texts(read(file))).isEqualTo(expected);
        assertThat(
                        export(
                                new WhichJobs.Matching(
                                        JobFilter.ALL
                                                .withText("other/4")
                                                .withTypes(Set.of(PurgeType.URL)),
                                        JobOrder.NEWEST_FIRST),
                                Format.JSON,
                                file))
                .isEqualTo(5);
        assertThat(texts(read(file))).isEqualTo(urls("other", 5));
        assertThat(
                        export(
                                new WhichJobs.Matching(
                                        JobFilter.ALL.withText("nothing"), JobOrder.NEWEST_FIRST),
                                Format.JSON,
                                file))
                .isZero();
        assertThat(file).hasContent("{\"jobs\":[]}");
    }

    /** Cancels after some rows, and does something meanwhile. */
    private static final class Hand implements ExportWatch {
        private final long cancelAt;
        private final Runnable meanwhile;
        private final List<Long> told = new ArrayList<>();
        private long total = -1;

        Hand(long cancelAt, Runnable meanwhile) {
            this.cancelAt = cancelAt;
            this.meanwhile = meanwhile;
        }

        @Override
        public void written(long rows, long ofTotal) {
            if (rows == 1_000) {
                meanwhile.run();
            }
            told.add(rows);
            total = ofTotal;
        }

        @Override
        public boolean isCanceled() {
            return !told.isEmpty() && told.getLast() >= cancelAt;
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aCanceledExportLeavesNothingAndTheOldFile(Format format) throws Exception {
        create("many", PurgeType.URL, "zone-1", urls("many", 5_000));
        Path kept = Files.writeString(folder.resolve("kept"), "old");
        Hand hand = new Hand(2_000, () -> {});

        for (Path file : List.of(kept, folder.resolve("new"))) {
            assertThatThrownBy(() -> exporter.export(EVERY, format, file, hand))
                    .isInstanceOf(CanceledExportException.class);
        }

        assertThat(hand.total).isEqualTo(5_000);
        assertThat(hand.told).startsWith(0L, 1_000L, 2_000L);
        assertThat(kept).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(kept);
        }
    }

    @Test
    void othersWriteMeanwhileAndWhatTheyWriteIsNotInIt() throws Exception {
        create("many", PurgeType.URL, "zone-1", urls("many", 5_000));
        boolean[] wrote = new boolean[1];
        Hand hand =
                new Hand(
                        Long.MAX_VALUE,
                        () -> {
                            create("late", PurgeType.URL, "zone-1", urls("late", 10));
                            wrote[0] = true;
                        });
        Path file = folder.resolve("out.json");

        long rows = exporter.export(EVERY, Format.JSON, file, hand);

        assertThat(wrote[0]).isTrue();
        assertThat(rows).isEqualTo(5_000);
        assertThat(hand.told.getLast()).isEqualTo(hand.total).isEqualTo(5_000);
        assertThat(texts(read(file))).isEqualTo(urls("many", 5_000));
    }

    private long export(WhichJobs which, Format format, Path file) throws Exception {
        return exporter.export(which, format, file, ExportWatch.NONE);
    }
}
