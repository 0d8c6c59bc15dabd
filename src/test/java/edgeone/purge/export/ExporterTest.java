package edgeone.purge.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.read.History;
import edgeone.purge.export.Exporter.Format;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.query.WhichJobs;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Exports can be read back unchanged, and do no harm when opened. */
final class ExporterTest {
    private static final int MANY = 100_000;

    /** However a spreadsheet splits it. */
    private static final Predicate<String> BEGINS_AS_FORMULA =
            Pattern.compile("^[\\t\\r\\n]|(^|[,;|\\t\\r\\n])[ \u00A0]*[=+@\\-＝＋－＠]").asPredicate();

    private static final Messages ENGLISH = Messages.in(Language.ENGLISH);
    private static final Messages CHINESE = Messages.in(Language.CHINESE);

    /** Texts that a spreadsheet, a page or a parser may choke on. */
    private static final List<String> PIECES =
            List.of(
                    "=",
                    "+",
                    "-",
                    "@",
                    "\t",
                    "\r",
                    "\n",
                    "\r\n",
                    "'",
                    "\"",
                    ",",
                    ";",
                    "|",
                    " ",
                    "\u00A0",
                    "\\",
                    "\\n",
                    "<",
                    ">",
                    "&",
                    "&amp;",
                    "<script>alert(1)</script>",
                    "</td>",
                    "<!--",
                    "=cmd|' /C calc'!A0",
                    "=HYPERLINK(\"http://x\")",
                    "\uFF1D",
                    "\uFF0B",
                    "\uFF0D",
                    "\uFF20",
                    "\u202E",
                    "\u200B",
                    "\uFEFF",
                    "\u2028",
                    "\uD83D\uDE00",
                    "\u4E2D\u6587",
                    "\u0001",
                    "\u001B[31m",
                    "\u007F",
                    "%0d%0a",
                    "https://www.example.com/",
                    "a",
                    "1");

    @TempDir private static Path shared;
    private static Journal journal;
    private static Owners owners;
    private static Repositories repositories;
    private static History history;
    private static List<TargetRow> many;

    @TempDir private Path home;

    @BeforeAll
    static void open() throws IOException {
        Clock clock = Clock.systemUTC();
        journal = Journal.open(shared, clock);
        owners = Owners.register(shared);
        repositories = Repositories.of(journal, owners, clock);
        history = new History(repositories.history(), repositories.ownership());
        many = hostile("many", MANY, 1);
    }

    @AfterAll
    static void close() {
        journal.close();
        owners.close();
    }

    /** A job of hostile targets, every third of them rejected for a hostile reason. */
    private static List<TargetRow> hostile(String id, int count, long seed) {
        Random random = new Random(seed);
        Set<String> targets = new LinkedHashSet<>();
        PIECES.forEach(targets::add);
        while (targets.size() < count) {
            targets.add(text(random));
        }
        Job job =
                new Job(
                        id,
                        Instant.parse("2026-11-20T10:00:00Z"),
                        "=account,+1",
                        "id",
                        "f",
                        "https://e",
                        "zone-1",
                        "<zone>",
                        PurgeType.CACHE_TAG,
                        null,
                        List.of(),
                        null);
        repositories.jobs().create(job, List.of(List.copyOf(targets)));
        repositories.batches().startSending(id, 1, Instant.now(), Instant.now());
        Map<String, String> rejected = new LinkedHashMap<>();
        int position = 0;
        for (String target : targets) {
            if (position++ % 3 == 0) {
                rejected.put(target, text(random));
            }
        }
        repositories.batches().accepted(id, 1, "=task", "@request", rejected);
        repositories.ownership().release(id);
        List<TargetRow> rows = history.targets(id, List.of(), 0, Integer.MAX_VALUE);
        assertThat(rows).hasSize(count);
        // As a set: without order, AssertJ compares every element with every other.
        assertThat(rows.stream().map(TargetRow::target).collect(Collectors.toSet()))
                .isEqualTo(targets);
        return rows;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(7);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static long export(Format format, Messages messages, Path file, String... jobs)
            throws RefusedSubmitException, IOException {
        return new Exporter(history, messages)
                .export(new WhichJobs.Named(List.of(jobs)), format, file, ExportWatch.NONE);
    }

    @Test
    void csvOfManyHostileTargetsRoundTrips() throws Exception {
        Path file = home.resolve("out.csv");

        assertThat(export(Format.CSV, ENGLISH, file, "many")).isEqualTo(MANY);

        List<CSVRecord> records = csv(file);
        assertThat(records.stream().flatMap(CSVRecord::stream).filter(BEGINS_AS_FORMULA))
                .as("cells that a spreadsheet would read as a formula")
                .isEmpty();
        assertThat(plain(records, "target")).isEqualTo(all(TargetRow::target));
        assertThat(plain(records, "state")).isEqualTo(all(r -> r.state().label()));
        assertThat(plain(records, "reason")).isEqualTo(all(TargetRow::reason));
        assertThat(plain(records, "code")).isEqualTo(all(TargetRow::code));
        assertThat(plain(records, "taskId")).isEqualTo(all(TargetRow::taskId));
        assertThat(plain(records, "requestId")).isEqualTo(all(TargetRow::requestId));
        assertThat(plain(records, "job")).containsOnly("many");
        assertThat(plain(records, "account")).containsOnly("=account,+1");
    }

    @Test
    void jsonOfManyHostileTargetsRoundTrips() throws Exception {
        Path file = home.resolve("out.json");

        assertThat(export(Format.JSON, CHINESE, file, "many")).isEqualTo(MANY);

        JsonNode job = new JsonMapper().readTree(file).get("jobs").get(0);
        assertThat(job.get("job").asString()).isEqualTo("many");
        assertThat(job.get("zoneName").asString()).isEqualTo("<zone>");
        assertThat(job.has("method")).as("a tag purge has no method").isFalse();
        JsonNode targets = job.get("targets");
        assertThat(values(targets, "target")).isEqualTo(all(TargetRow::target));
        assertThat(values(targets, "state")).isEqualTo(all(r -> r.state().label()));
        assertThat(values(targets, "reason")).isEqualTo(all(TargetRow::reason));
        assertThat(values(targets, "code")).isEqualTo(all(TargetRow::code));
        assertThat(values(targets, "taskId")).containsOnly("=task");
        assertThat(targets).filteredOn(t -> t.has("reason")).hasSize((MANY + 2) / 3);
    }

    @Test
    void htmlOfManyHostileTargetsIsTextAndNothingElse() throws Exception {
        Path file = home.resolve("out.html");

        assertThat(export(Format.HTML, ENGLISH, file, "many")).isEqualTo(MANY);

        String page = Files.readString(file);
        assertThat(tags(page))
                .as("elements in the page")
                .containsOnlyKeys(
                        "html", "head", "meta", "title", "style", "body", "h1", "section", "h2",
                        "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td")
                .containsEntry("tr", MANY + 1)
                .containsEntry("td", MANY * 6);
        assertThat(page).doesNotContain("src=", "href=", "url(");
        Matcher cells = Pattern.compile("(?s)<tr><td>(.*?)</td>").matcher(page);
        List<String> shown = cells.results().map(r -> unescaped(r.group(1))).toList();
        assertThat(shown).isEqualTo(all(r -> VisibleText.of(r.target())));
    }

    @Test
    void aPageIsInTheUsersLanguage() throws Exception {
        hostile("page", 50, 4);
        Path english = home.resolve("en.html");
        Path chinese = home.resolve("zh.html");
        export(Format.HTML, ENGLISH, english, "page");
        export(Format.HTML, CHINESE, chinese, "page");

        assertThat(english).content().contains("<html lang=\"en\">", "<th>Reason</th>");
        assertThat(chinese).content().contains("<html lang=\"zh-CN\">", "<th>原因</th>", "被拒绝");
    }

    @Test
    void severalJobsGoIntoOneFileAndOneThatIsNamedTwiceOnce() throws Exception {
        hostile("first", 50, 5);
        hostile("second", 60, 6);
        Path file = home.resolve("out.csv");

        assertThat(export(Format.CSV, ENGLISH, file, "second", "first", "second")).isEqualTo(110);

        List<CSVRecord> records = csv(file);
        assertThat(records.getFirst().get("job")).isEqualTo("second");
        assertThat(records.getLast().get("job")).isEqualTo("first");
        assertThat(records).hasSize(110);
    }

    @Test
    void anExistingFileIsReplacedAndNothingElseIsLeft() throws Exception {
        hostile("replaced", 50, 7);
        Path folder = Files.createDirectory(home.resolve("out"));
        Path file = Files.writeString(folder.resolve("out.json"), "old".repeat(100_000));

        export(Format.JSON, ENGLISH, file, "replaced");

        assertThat(new JsonMapper().readTree(file).get("jobs").size()).isEqualTo(1);
        assertThat(folder).isDirectoryContaining("glob:**out.json");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anExistingFileStaysIfNothingCanBeWritten() throws Exception {
        hostile("kept", 50, 8);
        Path folder = Files.createDirectory(home.resolve("out"));
        Path file = Files.writeString(folder.resolve("out.csv"), "old");

        assertThatThrownBy(() -> export(Format.CSV, ENGLISH, file, "kept", "unknown"))
                .isInstanceOf(RefusedSubmitException.class);
        assertThatThrownBy(() -> export(Format.CSV, ENGLISH, folder, "kept"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> export(Format.CSV, ENGLISH, file.resolve("deep.csv"), "kept"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(
                        () ->
                                WholeFile.replace(
                                        file,
                                        writer -> {
                                            writer.write("half of it");
                                            throw new IOException("disk full");
                                        }))
                .hasMessage("disk full");

        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aLinkIsFollowedAndStaysALink() throws Exception {
        hostile("linked", 50, 9);
        Path real = Files.writeString(home.resolve("real.json"), "old");
        Path link = Files.createSymbolicLink(home.resolve("link.json"), real);

        export(Format.JSON, ENGLISH, link, "linked");

        assertThat(link).isSymbolicLink();
        assertThat(real).content().startsWith("{\"jobs\"");
    }

    private static List<CSVRecord> csv(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }

    private static List<String> all(Function<TargetRow, @Nullable String> value) {
        return many.stream().map(r -> Objects.requireNonNullElse(value.apply(r), "")).toList();
    }

    private static List<String> plain(List<CSVRecord> records, String column) {
        return records.stream().map(r -> plain(r.get(column))).toList();
    }

    private static List<String> values(JsonNode targets, String name) {
        return targets.valueStream().map(t -> t.path(name).asString("")).toList();
    }

    /** Removes the apostrophe wherever a cell could begin. */
    private static String plain(String cell) {
        StringBuilder plain = new StringBuilder();
        boolean begins = true;
        for (int i = 0; i < cell.length(); i++) {
            if (begins && cell.charAt(i) == '\'') {
                i++;
            }
            char c = cell.charAt(i);
            plain.append(c);
            begins = ",;|\t\r\n".indexOf(c) >= 0 || (begins && Character.isSpaceChar(c));
        }
        return plain.toString();
    }

    private static Map<String, Integer> tags(String page) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Matcher tag = Pattern.compile("<([A-Za-z!?][A-Za-z0-9]*)").matcher(page);
        while (tag.find()) {
            if (!tag.group(1).equals("!DOCTYPE")) {
                counts.merge(tag.group(1), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
