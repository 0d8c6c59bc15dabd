package edgeone.purge.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.read.History;
import edgeone.purge.export.CanceledExportException;
import edgeone.purge.export.ExportWatch;
import edgeone.purge.journal.OpenJournal;
import edgeone.purge.journal.audit.ChainRepository;
import edgeone.purge.journal.probes.VerificationRepository;
import edgeone.purge.journal.probes.VerificationRepository.Placed;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.Job;
import edgeone.purge.model.Origin;
import edgeone.purge.model.Provenance;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.probe.Answer;
import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.probe.VerifyOrder;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The page has all that the journal has of a job, is well-formed, and stays text. */
final class EvidenceTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    /** What a page, a reader or a parser may take for something else. */
    private static final List<String> HOSTILE =
            List.of(
                    "https://www.example.com/</td><script>alert(1)</script>",
                    "https://www.example.com/\u202Egpj.exe",
                    "https://www.example.com/\"><img src=x onerror=alert(1)>",
                    "https://www.example.com/]]>&amp;<!--'",
                    "https://www.example.com/\u05D0\u05D1\u0627",
                    "https://www.example.com/\u0001\uFFFEa\u2028",
                    "javascript:alert(1)",
                    "https://www.example.com/\u4E2D\u6587 \uD83D\uDE00");

    private static final String NOTE =
            "OPS-1 </dd><style>*{display:none}</style>\nsecond \u202Eline";

    @TempDir private Path home;
    @TempDir private Path folder;
    private OpenJournal journal;

    @BeforeEach
    void open() throws Exception {
        journal = new OpenJournal(home);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static Job job(String id, PurgeType type, @Nullable PurgeMethod method) {
        return new Job(
                        id,
                        Instant.parse("2026-11-20T10:00:00Z"),
                        "production & <b>",
                        "account-1",
                        "0123456789ab",
                        "https://teo.tencentcloudapi.com",
                        "zone-1",
                        "example.com",
                        type,
                        method,
                        List.of(),
                        null)
                .from(new Provenance(Origin.HERE, NOTE, "ada", "build<7>", "1.4.0", "Z9x8"));
    }

    /** Two batches: of the first every other target is rejected; the second is refused. */
    private void hostile(String id) {
        Job job = job(id, PurgeType.URL, null);
        journal.jobs.create(job, List.of(HOSTILE, List.of("https://www.example.com/second")));
        journal.batches.startSending(id, 1, NOW, NOW);
        journal.batches.accepted(
                id,
                1,
                "task-<1>",
                "request-1",
                Map.of(HOSTILE.get(1), "</td><svg/onload=alert(1)>", HOSTILE.get(3), "bad \u0007"));
        journal.batches.startSending(id, 2, NOW, NOW);
        journal.batches.refused(id, 2, "InvalidParameter.Target", "no <such> domain", "request-2");
        for (int i = 1; i <= 3; i++) {
            journal.batches.addRequest(
                    job,
                    new RequestRecord(
                            i == 3 ? 0 : i,
                            i == 3 ? "DescribePurgeTasks" : "CreatePurgeTask",
                            Instant.parse("2026-11-20T10:00:0" + i + "Z"),
                            i * 40,
                            "request-" + i,
                            i == 2 ? "InvalidParameter.Target" : null,
                            i == 2 ? "no <such> domain" : null));
        }
        journal.ownership.release(id);
    }

    private Evidence evidence(Language language) {
        return new Evidence(
                new History(journal.history, journal.ownership),
                Messages.in(language),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Path write(String id, Language language) throws Exception {
        Path file = folder.resolve(id + "." + language.tag() + ".html");
        evidence(language).write(id, file, ExportWatch.NONE);
        return file;
    }

    private ParsedPage page(String id) throws Exception {
        return ParsedPage.of(write(id, Language.ENGLISH));
    }

    private List<TargetRow> rows(String id) {
        return new History(journal.history, journal.ownership)
                .targets(id, List.of(), 0, Integer.MAX_VALUE);
    }

    @Test
    void everyTargetIsOnThePageAsTextWithItsOutcomeAndReason() throws Exception {
        hostile("job-1");
        List<TargetRow> rows = rows("job-1");
        assertThat(rows).hasSize(9);

        List<List<String>> shown = page("job-1").rows("targets");

        assertThat(shown).extracting(List::getFirst).isEqualTo(each(rows, r -> "" + r.position()));
        assertThat(column(shown, 1)).isEqualTo(each(rows, r -> VisibleText.of(r.target())));
        assertThat(column(shown, 2)).containsOnly("Rejected", "Accepted");
        assertThat(column(shown, 3)).isEqualTo(each(rows, EvidenceTest::reason));
        assertThat(column(shown, 4)).isEqualTo(each(rows, r -> "" + r.batch()));
    }

    private static List<String> each(List<TargetRow> rows, Function<TargetRow, String> of) {
        return rows.stream().map(of).toList();
    }

    private static List<String> column(List<List<String>> rows, int column) {
        return rows.stream().map(r -> r.get(column)).toList();
    }

    private static String reason(TargetRow row) {
        String reason = VisibleText.of(Objects.requireNonNullElse(row.reason(), ""));
        return row.code() == null ? reason : reason + " " + VisibleText.of(row.code());
    }

    @Test
    void everyBatchAndEveryRequestIsOnThePage() throws Exception {
        hostile("job-1");

        ParsedPage page = page("job-1");

        String sent = "2026-11-20 10:00:05.250";
        assertThat(page.rows("batches"))
                .containsExactly(
                        List.of("1", "8", "Accepted", "task-<1>", "request-1", "1", sent, ""),
                        List.of(
                                "2",
                                "1",
                                "Rejected",
                                "–",
                                "request-2",
                                "1",
                                sent,
                                "no <such> domain InvalidParameter.Target"));
        assertThat(page.rows("requests"))
                .containsExactly(
                        request(1, "CreatePurgeTask", "1", "OK"),
                        request(
                                2,
                                "CreatePurgeTask",
                                "2",
                                "no <such> domain InvalidParameter.Target"),
                        request(3, "DescribePurgeTasks", "–", "OK"));
    }

    private static List<String> request(int n, String action, String batch, String result) {
        String at = "2026-11-20 10:00:0" + n + ".000";
        return List.of(at, action, batch, "" + n * 40, "request-" + n, result);
    }

    @Test
    void whatWhoWhenAndWhyAreOnThePage() throws Exception {
        hostile("job-1");

        ParsedPage page = page("job-1");

        assertThat(page.texts("h1")).containsExactly("Cache purge of 9 URLs in example.com");
        assertThat(page.facts())
                .containsEntry("Zone", "example.com zone-1")
                .containsEntry("Type", "URLs purge_url")
                .containsEntry("Method", "EdgeOne decides")
                .containsEntry("Job", "job-1")
                .containsEntry("Submitted by", "ada @ build<7>")
                .containsEntry("Account", "production & <b>")
                .containsEntry("Key fingerprint", "0123456789ab")
                .containsEntry("SecretId", "…Z9x8")
                .containsEntry("Endpoint", "https://teo.tencentcloudapi.com")
                .containsEntry("Program version", "1.4.0")
                .containsEntry("Submitted", "2026-11-20 10:00:00.000 UTC")
                .containsEntry("First request sent", "2026-11-20 10:00:01.000 UTC")
                .containsEntry("Last outcome known", "Not yet")
                .containsEntry("Page written", "2026-11-21 08:00:00.000 UTC")
                .containsEntry(
                        "Note", "OPS-1 </dd><style>*{display:none}</style>second \\u{202E}line");
        assertThat(page.texts("li")).containsExactly("3 Rejected", "6 Accepted");
        assertThat(page.text()).contains("Not final. This page shows the job as it was at");
    }

    @Test
    void aJobThatEndedSaysHowLongItTookAndNotThatItIsOpen() throws Exception {
        journal.jobs.create(
                job("all", PurgeType.ALL, PurgeMethod.DELETE), List.of(List.of("example.com")));
        journal.batches.startSending("all", 1, NOW, NOW);
        journal.batches.refused("all", 1, "UnauthorizedOperation", "no", "request-1");
        journal.ownership.release("all");

        ParsedPage page = page("all");

        assertThat(page.texts("h1")).containsExactly("Cache purge of the whole zone example.com");
        assertThat(page.facts())
                .containsEntry("Took", "5.250 s")
                .containsEntry("Method", "Delete delete")
                .containsEntry("Last outcome known", "2026-11-20 10:00:05.250 UTC");
        assertThat(page.text()).doesNotContain("Not final", "Demo account");
        assertThat(page.rows("requests")).isEmpty();
        assertThat(page.text()).contains("The journal has none.");
    }

    @Test
    void nothingOnThePageRunsLoadsOrLeavesIt() throws Exception {
        hostile("job-1");

        ParsedPage page = page("job-1");

        assertThat(page.elements())
                .doesNotContain("script", "img", "link", "iframe", "object", "form", "b>");
        assertThat(page.elements()).filteredOn("style"::equals).hasSize(1);
        assertThat(page.attributes().keySet())
                .allMatch(
                        Set.of(
                                        "lang",
                                        "charset",
                                        "http-equiv",
                                        "content",
                                        "name",
                                        "class",
                                        "id",
                                        "href",
                                        "scope",
                                        "datetime",
                                        "aria-labelledby",
                                        "aria-hidden",
                                        "viewBox",
                                        "preserveAspectRatio",
                                        "x",
                                        "width",
                                        "height")
                                ::contains);
        assertThat(page.attributes().get("href")).isNotEmpty().allMatch(h -> h.startsWith("#b"));
        assertThat(page.attributes().get("id")).contains("b1", "b2").doesNotHaveDuplicates();
        assertThat(page.attributes().get("content"))
                .anyMatch(
                        c ->
                                c.startsWith("default-src 'none'; style-src 'sha256-")
                                        && c.endsWith("base-uri 'none'; form-action 'none'"));
        assertThat(page.texts("style").getFirst()).doesNotContain("url(", "@import");
    }

    @Test
    void theHashIsOfTheChain() throws Exception {
        hostile("before");
        hostile("job-1");
        ChainRepository chain = new ChainRepository(journal.file());
        String mark = chain.head().hash();
        hostile("later");
        String head = chain.head().hash();

        ParsedPage page = page("job-1");

        assertThat(page.texts("pre").getFirst())
                .isEqualTo(
                        "edgeone-purge audit verify --head "
                                + mark
                                + "\nedgeone-purge evidence job-1 --output again.html");
        assertThat(page.facts().get("Newest entry about this job")).startsWith(mark);
        assertThat(page.facts().get("Newest entry of the journal")).startsWith(head);
        assertThat(chain.verify(mark, () -> false).isIntact()).isTrue();
    }

    @Test
    void aPageIsInTheLanguageOfTheProgram() throws Exception {
        hostile("job-1");

        Path file = write("job-1", Language.CHINESE);

        ParsedPage page = ParsedPage.of(file);
        assertThat(page.attributes().get("lang")).containsExactly("zh-CN");
        assertThat(page.texts("h1")).containsExactly("清除站点 example.com 的缓存：9 个 URL");
        assertThat(column(page.rows("targets"), 2)).containsOnly("被拒绝", "已受理");
        assertThat(page.facts()).containsEntry("密钥指纹", "0123456789ab");
        assertThat(page.texts("th")).doesNotContain("Target");
    }

    @Test
    void aDemoProvesNothing() throws Exception {
        Job real = job("demo-1", PurgeType.URL, null);
        journal.jobs.create(
                new Job(
                        real.id(),
                        real.createdAt(),
                        "demo",
                        "demo",
                        "",
                        "demo",
                        real.zoneId(),
                        "",
                        real.type(),
                        null,
                        List.of(),
                        null),
                List.of(List.of("https://www.example.com/a")));

        ParsedPage page = page("demo-1");

        assertThat(page.text()).contains("Nothing real was purged.");
        assertThat(page.facts())
                .containsEntry("Zone", "zone-1")
                .containsEntry("Submitted by", "Not recorded")
                .containsEntry("Note", "No note was given.")
                .doesNotContainKeys("Key fingerprint", "SecretId", "First request sent");
    }

    @Test
    void whatTheEdgeAnsweredAndWhatItProvesIsOnThePage() throws Exception {
        hostile("job-1");
        assertThat(page("job-1").texts("th")).doesNotContain("Verdict");
        journal.file()
                .change(
                        c ->
                                VerificationRepository.order(
                                        c, "job-1", new VerifyOrder(List.of(), 1, 1, false)));
        VerificationRepository verification = journal.history.verification();
        Answer answer =
                new Answer(
                        200, "<HIT>", 77L, NOW, "\"e1\"", null, null, 5L, null, null, null,
                        "log-1");
        verification.add(
                "job-1", false, List.of(new Placed(9, new Probe("x", "edge<1>", 12, answer))));
        verification.judged("job-1", Map.of(9, Verdict.of(Verdict.Kind.STALE, null).with("</td>")));

        ParsedPage page = page("job-1");

        List<String> verified =
                page.rows("targets").stream()
                        .filter(r -> r.getFirst().equals("9"))
                        .findFirst()
                        .orElseThrow();
        assertThat(verified.get(5)).startsWith("Stale An object older").contains("</td>");
        assertThat(verified.get(6)).contains("edge<1> · 200 · <HIT> · age 77", "\"e1\"", "log-1");
        assertThat(verified.get(7)).isEqualTo("–");
        assertThat(page.texts("li")).contains("1 Stale");
        assertThat(page.text()).contains("A verdict is what the edges answered");
        assertThat(page.text()).doesNotContain("was not probed");
    }

    @Test
    void manyTargetsAreInPartsWithTheHeadingsRepeated() throws Exception {
        List<String> urls =
                IntStream.range(0, 2_500).mapToObj(i -> "https://www.example.com/" + i).toList();
        journal.create("many", urls);

        ParsedPage page = page("many");

        assertThat(column(page.rows("targets"), 1)).isEqualTo(urls);
        assertThat(page.texts("th")).filteredOn("Target"::equals).hasSize(3);
        assertThat(page.text()).contains("2,500 targets: the headings");
    }

    @Test
    void aCanceledPageAndAnUnknownJobLeaveTheOldFile() throws Exception {
        hostile("job-1");
        Path kept = Files.writeString(folder.resolve("kept.html"), "old");
        ExportWatch canceled =
                new ExportWatch() {
                    private long told;

                    @Override
                    public void written(long rows, long total) {
                        told++;
                    }

                    @Override
                    public boolean isCanceled() {
                        return told > 0;
                    }
                };

        for (Path file : List.of(kept, folder.resolve("new.html"))) {
            assertThatThrownBy(() -> evidence(Language.ENGLISH).write("job-1", file, canceled))
                    .isInstanceOf(CanceledExportException.class);
            assertThatThrownBy(
                            () -> evidence(Language.ENGLISH).write("none", file, ExportWatch.NONE))
                    .isInstanceOf(RefusedSubmitException.class);
        }

        assertThat(kept).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(kept);
        }
    }

    @Test
    void othersWriteMeanwhileAndThePageIsOfOneMoment() throws Exception {
        hostile("job-1");
        int[] asked = new int[1];
        ExportWatch meanwhile =
                new ExportWatch() {
                    @Override
                    public void written(long rows, long total) {}

                    @Override
                    public boolean isCanceled() {
                        if (asked[0]++ == 2) {
                            journal.jobs.note("job-1", "changed");
                            journal.batches.addRequest(
                                    job("job-1", PurgeType.URL, null),
                                    new RequestRecord(0, "Late", NOW, 1, null, null, null));
                        }
                        return false;
                    }
                };
        Path file = folder.resolve("page.html");

        assertThat(evidence(Language.ENGLISH).write("job-1", file, meanwhile)).isEqualTo(9);

        assertThat(asked[0]).isGreaterThan(10);
        assertThat(ParsedPage.of(file).rows("requests")).hasSize(3);
    }
}
